import { Group, Text } from "@mantine/core";
import type { ChangeOrderView } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import type { TabProps } from "./deliverable-tabs.tsx";

const tones: Readonly<Record<ChangeOrderView["state"], Tone>> = {
  proposed: "soon",
  approved: "good",
  declined: "quiet",
};

/** What was to change, and what became of it (DLV-4). */
export function ChangeOrderTab({ work }: TabProps) {
  const mayPropose = useMay("commercial") && work.approved !== null && work.state !== "closed";
  return (
    <Section
      title="Change orders"
      note="More time or new dates for approved work; the customer's budget holder decides"
      flush
      actions={
        mayPropose ? (
          <AskLink ask="propose" size="xs">
            Propose change order
          </AskLink>
        ) : null
      }
    >
      <DataTable<ChangeOrderView>
        label="Change orders"
        rows={work.changeOrders}
        rowKey={({ id }) => id}
        sort="fixed"
        fileName={`change-orders-${work.id}`}
        empty={
          <Empty
            title="No change orders"
            next={
              work.approved === null
                ? "They begin once a statement of work is approved."
                : "More time or new dates take one; before it is decided, its consequences show."
            }
          />
        }
        columns={[
          { id: "number", label: "No.", show: ({ number }) => number, value: ({ number }) => number },
          {
            id: "scope",
            label: "What changes",
            show: ({ scope, reason }) => (
              <>
                {scope || "–"}
                {reason === null ? null : (
                  <Text size="xs" c="dimmed">
                    declined: {reason}
                  </Text>
                )}
              </>
            ),
            value: ({ scope }) => scope,
          },
          {
            id: "dates",
            label: "New dates",
            show: ({ newRushBy, newExpeditedBy }) =>
              newExpeditedBy === null ? (
                "none"
              ) : (
                <>
                  {newRushBy === null ? null : (
                    <>
                      <DayLabel day={newRushBy} />,{" "}
                    </>
                  )}
                  <DayLabel day={newExpeditedBy} />
                </>
              ),
            csv: ({ newRushBy, newExpeditedBy }) => [newRushBy, newExpeditedBy].filter((day) => day !== null).join(" "),
          },
          {
            id: "state",
            label: "State",
            show: ({ state, decidedBy, decidedOn, proposedOn }) => (
              <>
                <StateBadge tone={tones[state]}>{state}</StateBadge>
                <Text size="xs" c="dimmed" component="div">
                  {decidedOn === null ? (
                    <>
                      on <DayLabel day={proposedOn} />
                    </>
                  ) : (
                    <>
                      {decidedBy}, <DayLabel day={decidedOn} />
                    </>
                  )}
                </Text>
              </>
            ),
            value: ({ state }) => state,
          },
          {
            id: "minutes",
            label: "Adds",
            figures: true,
            show: ({ minutes }) => <Duration minutes={minutes} />,
            value: ({ minutes }) => minutes,
          },
          {
            id: "act",
            label: "",
            show: ({ id, state }) =>
              state === "proposed" ? (
                <Group gap="xs" justify="flex-end">
                  <AskLink ask="approve-order" with={{ order: id }} size="xs" variant="filled">
                    Read and decide
                  </AskLink>
                </Group>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}
