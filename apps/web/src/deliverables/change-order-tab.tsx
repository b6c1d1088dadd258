import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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

const states: Readonly<Record<ChangeOrderView["state"], { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  proposed: { tone: "soon", word: msg`proposed` },
  approved: { tone: "good", word: msg`approved` },
  declined: { tone: "quiet", word: msg`declined` },
};

/** What was to change, and what became of it (DLV-4). */
export function ChangeOrderTab({ work }: TabProps) {
  const mayApprove = useMay("changeOrder.approve");
  const mayPropose = useMay("changeOrder.propose") && work.approved !== null && work.state !== "closed";
  return (
    <Section
      title={t`Change orders`}
      note={t`More time or new dates for approved work; the customer's budget holder decides`}
      flush
      actions={
        mayPropose ? (
          <AskLink ask="propose" size="xs">
            <Trans>Propose change order</Trans>
          </AskLink>
        ) : null
      }
    >
      <DataTable<ChangeOrderView>
        label={t`Change orders`}
        rows={work.changeOrders}
        rowKey={({ id }) => id}
        sort="fixed"
        fileName={`change-orders-${work.id}`}
        empty={
          <Empty
            title={t`No change orders`}
            next={
              work.approved === null
                ? t`They begin once a statement of work is approved.`
                : t`More time or new dates take one; before it is decided, its consequences show.`
            }
          />
        }
        columns={[
          {
            id: "number",
            label: t`Change order`,
            show: ({ number }) => t`No. ${number}`,
            value: ({ number }) => number,
          },
          {
            id: "scope",
            label: t`What changes`,
            show: ({ scope, reason }) => (
              <>
                {scope || "–"}
                {reason === null ? null : (
                  <Text size="xs" c="dimmed">
                    <Trans>declined: {reason}</Trans>
                  </Text>
                )}
              </>
            ),
            value: ({ scope }) => scope,
          },
          {
            id: "dates",
            label: t`New dates`,
            show: ({ newRushBy, newExpeditedBy }) =>
              newExpeditedBy === null ? (
                t`none`
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
            label: t`State`,
            show: ({ state, decidedBy, decidedOn, proposedOn }) => (
              <>
                <StateBadge tone={states[state].tone}>{i18n._(states[state].word)}</StateBadge>
                <Text size="xs" c="dimmed" component="div">
                  {decidedOn === null ? (
                    <Trans>
                      on <DayLabel day={proposedOn} />
                    </Trans>
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
            label: t`Adds`,
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
                    {mayApprove ? t`Read and decide` : t`Read it`}
                  </AskLink>
                </Group>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}
