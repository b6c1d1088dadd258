import type { LeadTime } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Stack, Text } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { SowView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { PrintButton } from "../documents/print-button.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { Meaning } from "./meaning.tsx";

const premiumWords: Readonly<Record<LeadTime, MessageDescriptor>> = {
  standard: msg`Standard premium`,
  expedited: msg`Expedited premium`,
  rush: msg`Rush premium`,
};

/** A statement of work: what it says, and what approving it means in money and dates (DLV-2, DLV-3). */
export function SowDocument({
  account,
  deliverable,
  sow,
}: {
  readonly account: string;
  readonly deliverable: string;
  readonly sow: SowView;
}) {
  const api = useApi();
  const queries = useQueryClient();
  const { phases } = useSuspenseQuery(api.phase.show.queryOptions({ account, deliverable })).data;
  const { price } = sow;
  const money = (amount: number) => <Money amount={amount} currency={price.currency} />;
  const promise = sow.expeditedBy !== null;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text style={{ whiteSpace: "pre-line" }}>{sow.scope === "" ? t`No scope was written down.` : sow.scope}</Text>
        <PrintButton
          label={sow.id}
          style={{ flexShrink: 0 }}
          print={() => queries.fetchQuery(api.document.sow.queryOptions({ account, deliverable, sow: sow.id }))}
        />
      </Group>
      <Text fw={600} size="sm">
        {sow.expeditedBy === null ? (
          <Trans>What it means: {money(price.total)} before any change order</Trans>
        ) : (
          <Trans>
            What it means: {money(price.total)} before any change order, promised for{" "}
            <DayLabel day={sow.rushBy ?? sow.expeditedBy} />
          </Trans>
        )}
      </Text>
      <Meaning
        label={t`What approving means`}
        rows={[
          { label: t`Labor`, after: money(price.labor) },
          ...(price.premium === 0 ? [] : [{ label: i18n._(premiumWords[sow.leadTime]), after: money(price.premium) }]),
          { label: t`All costs but change orders`, after: money(price.total) },
          {
            label: t`Invoiced at once, due on receipt`,
            after: price.deposit === 0 ? t`nothing: no deposit` : money(price.deposit),
          },
          ...(sow.rushBy === null ? [] : [{ label: t`Rush due`, after: <DayLabel day={sow.rushBy} /> }]),
          ...(sow.expeditedBy === null ? [] : [{ label: t`Expedited due`, after: <DayLabel day={sow.expeditedBy} /> }]),
          { label: t`Can be approved until`, after: <DayLabel day={sow.validUntil} /> },
          { label: t`Time in all`, after: <Duration minutes={sow.minutes} /> },
          ...sow.estimates.map(({ phase, minutes }) => ({
            label: phases.find((each) => each.phase === phase)?.title ?? phase,
            after: <Duration minutes={minutes} />,
          })),
        ]}
      />
      <Text size="sm" c="dimmed">
        {promise ? (
          <Trans>
            The lead-time clock starts when it is approved and its deposit, if any, is paid in full. Days on which we
            wait for you move the dates. Approved, it is sealed and never changes; more time or new dates take a change
            order, which you decide too.
          </Trans>
        ) : (
          <Trans>
            No lead time is promised. Approved, it is sealed and never changes; more time or new dates take a change
            order, which you decide too.
          </Trans>
        )}{" "}
        <ClauseLink id="DLV-2" /> {promise ? <ClauseLink id="LEAD-7" /> : null}
      </Text>
      {sow.state === "issued" ? null : (
        <Text size="sm">
          {sow.state === "approved" && sow.approvedOn !== null ? (
            <Trans>
              Approved by {sow.approvedBy} on <DayLabel day={sow.approvedOn} />.
            </Trans>
          ) : (
            <Trans>It was replaced by a later one.</Trans>
          )}
        </Text>
      )}
    </Stack>
  );
}
