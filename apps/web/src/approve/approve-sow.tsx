import { Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { PrintButton } from "../documents/print-button.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { ApproveFoot } from "./approve-foot.tsx";
import { Meaning } from "./meaning.tsx";

const leadWords = { standard: "Standard", expedited: "Expedited", rush: "Rush" } as const;

/** A statement of work: what it says, what approving it means in money and dates, then approve or ask (DLV-2, DLV-3). */
export function ApproveSow({
  account,
  deliverable,
  sow: id,
  onDone,
}: {
  readonly account: string;
  readonly deliverable: string;
  /** The latest one, unless it is named. */
  readonly sow?: string | undefined;
  readonly onDone: () => void;
}) {
  const api = useApi();
  const queries = useQueryClient();
  const named = { account, deliverable, ...(id === undefined ? {} : { sow: id }) };
  const { sow } = useSuspenseQuery(api.sow.show.queryOptions(named)).data;
  const titles = useSuspenseQuery(api.phase.show.queryOptions({ account, deliverable })).data.phases;
  const approve = useMutation(
    api.sow.approve.mutationOptions({
      onSuccess: ({ invoice }) => {
        void tell(
          invoice === null
            ? "Approved: the work can go on as agreed."
            : `Approved. The deposit is invoiced with ${invoice.number}.`,
        );
        onDone();
      },
    }),
  );
  const { price } = sow;
  const money = (amount: number) => <Money amount={amount} currency={price.currency} />;
  const promise = sow.expeditedBy !== null;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text style={{ whiteSpace: "pre-line" }}>{sow.scope === "" ? "No scope was written down." : sow.scope}</Text>
        <PrintButton
          label={sow.id}
          print={() => queries.fetchQuery(api.document.sow.queryOptions({ account, deliverable, sow: sow.id }))}
        />
      </Group>
      <Text fw={600} size="sm">
        What it means
      </Text>
      <Meaning
        label="What approving means"
        rows={[
          ...sow.estimates.map(({ phase, minutes }) => ({
            label: titles.find((each) => each.phase === phase)?.title ?? phase,
            after: <Duration minutes={minutes} />,
          })),
          { label: "Time in all", after: <Duration minutes={sow.minutes} /> },
          { label: "Labor", after: money(price.labor) },
          ...(price.premium === 0
            ? []
            : [{ label: `${leadWords[sow.leadTime]} premium`, after: money(price.premium) }]),
          { label: "All costs but change orders", after: money(price.total) },
          {
            label: "Invoiced at once, due on receipt",
            after: price.deposit === 0 ? "nothing: no deposit" : money(price.deposit),
          },
          ...(sow.rushBy === null ? [] : [{ label: "Rush due", after: <DayLabel day={sow.rushBy} /> }]),
          ...(sow.expeditedBy === null ? [] : [{ label: "Expedited due", after: <DayLabel day={sow.expeditedBy} /> }]),
          { label: "Can be approved until", after: <DayLabel day={sow.validUntil} /> },
        ]}
      />
      <Text size="sm" c="dimmed">
        {promise
          ? "The lead-time clock starts when it is approved and its deposit, if any, is paid in full. Days on which we wait for you move the dates. "
          : "No lead time is promised. "}
        Approved, it is sealed and never changes; more time or new dates take a change order, which you decide too.{" "}
        <ClauseLink id="DLV-2" /> {promise ? <ClauseLink id="LEAD-7" /> : null}
      </Text>
      {sow.state === "issued" ? (
        <ApproveFoot
          subject={`Statement of work ${sow.id}`}
          busy={approve.isPending}
          error={approve.error}
          onCancel={onDone}
          onApprove={(by) => approve.mutate({ account, deliverable, sow: sow.id, ...(by === undefined ? {} : { by }) })}
        />
      ) : (
        <Text size="sm">
          {sow.state === "approved" && sow.approvedOn !== null ? (
            <>
              Approved by {sow.approvedBy} on <DayLabel day={sow.approvedOn} />.
            </>
          ) : (
            "It was replaced by a later one."
          )}
        </Text>
      )}
    </Stack>
  );
}
