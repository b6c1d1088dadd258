import { Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api/context.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { tell } from "../page/tell.ts";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { ApproveFoot } from "./approve-foot.tsx";
import { Meaning } from "./meaning.tsx";

/** What was built, after the customer's testing: what its final approval means, then approve or report more (PROC-4). */
export function ApproveTesting({
  account,
  deliverable,
  condition,
  onDone,
}: {
  readonly account: string;
  readonly deliverable: string;
  /** The condition of the gate that the approval states. */
  readonly condition: string;
  readonly onDone: () => void;
}) {
  const api = useApi();
  const work = useSuspenseQuery(api.deliverable.show.queryOptions({ account, deliverable })).data;
  const phases = useSuspenseQuery(api.phase.show.queryOptions({ account, deliverable })).data;
  const punches = useSuspenseQuery(api.punchList.list.queryOptions({ account, deliverable })).data.items;
  const [what, setWhat] = useState("Tested and approved");
  const approve = useMutation(
    api.phase.record.mutationOptions({
      onSuccess: () => {
        void tell(`${work.name} is approved.`);
        onDone();
      },
    }),
  );
  const open = punches.filter(({ state }) => state === "open");
  const { used, approved, currency } = work;
  return (
    <Stack gap="sm">
      <Text>
        You approve {work.name} as it was tested.{" "}
        {open.length === 0
          ? "No punch-list item is open."
          : `${open.length} punch-list ${open.length === 1 ? "item is" : "items are"} still open; the work goes on to deployment once none is.`}
      </Text>
      <Meaning
        label="What approving means"
        rows={[
          ...(used === null || approved === null
            ? []
            : [
                {
                  label: "Worked so far",
                  after: (
                    <>
                      <Duration minutes={used.minutes} /> of <Duration minutes={approved.minutes} />
                    </>
                  ),
                },
                {
                  label: "Money so far",
                  after: (
                    <>
                      <Money amount={used.total} currency={currency} /> of{" "}
                      <Money amount={approved.price.total} currency={currency} />
                    </>
                  ),
                },
              ]),
          {
            label: "Handed over",
            after: phases.deliveredOn === null ? "not yet" : <DayLabel day={phases.deliveredOn} />,
          },
          { label: "Next", after: phases.next?.title ?? "–" },
        ]}
      />
      <Text size="sm" c="dimmed">
        Approving costs nothing by itself and moves no date: a lead time is judged by the day it was handed over. New
        wishes from now on take a change order; what does not work as agreed belongs on the{" "}
        <TextLink
          to="/accounts/$id/deliverables/$deliverable"
          params={{ id: account, deliverable }}
          search={{ tab: "gates" }}
          underline="always"
        >
          punch list
        </TextLink>
        . <ClauseLink id="PROC-4" /> <ClauseLink id="DLV-6" />
      </Text>
      <Textarea
        label="What you approve"
        autosize
        minRows={1}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <ApproveFoot
        subject={`Approval of ${work.name}`}
        busy={approve.isPending}
        error={approve.error}
        onCancel={onDone}
        onApprove={(person) =>
          approve.mutate({
            ...{ account, deliverable, condition, what, by: "program-manager" },
            ...(person === undefined ? {} : { person }),
          })
        }
      />
    </Stack>
  );
}
