import { DataList, Group, List, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { DeliverableView } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { TabProps } from "./deliverable-tabs.tsx";
import { kindWords } from "./kind-words.ts";
import { WaitList } from "./wait-list.tsx";

/** What it is, how it goes against its estimate, what it is part of, and what it waits for. */
export function OverviewTab({ work, phases }: TabProps) {
  const mayEdit = useMay("commercial") && work.state !== "closed";
  const titleOf = (phase: string) => phases.phases.find((each) => each.phase === phase)?.title ?? phase;
  return (
    <>
      <Section
        title="What is wanted"
        actions={
          mayEdit ? (
            <Group gap="xs">
              {work.state === "open" ? (
                <AskLink ask="cancel" size="xs" variant="subtle" color="gray">
                  Cancel the work
                </AskLink>
              ) : null}
              <AskLink ask="edit" size="xs">
                Edit
              </AskLink>
            </Group>
          ) : null
        }
      >
        <Stack gap="md">
          <Text style={{ whiteSpace: "pre-line" }} maw="75ch">
            {work.requirements === "" ? "No requirements were written down yet." : work.requirements}
          </Text>
          <DataList labelWidth="9rem" gap="xs">
            <Item label="Kind">{work.kind === null ? "not said" : kindWords[work.kind]}</Item>
            <Item label="Planned">
              {work.beginsOn === null ? "–" : <DayLabel day={work.beginsOn} />} to{" "}
              {work.endsOn === null ? "–" : <DayLabel day={work.endsOn} />}
            </Item>
            <Item label="After its deposit">
              {work.drawFromAllowance ? "draws on the account's allowances" : "is invoiced"}
            </Item>
            <Item label="Critical workflows">
              {work.criticalWorkflows.length === 0 ? "touches none" : work.criticalWorkflows.join(", ")}
            </Item>
          </DataList>
        </Stack>
      </Section>
      <Section
        title="Estimate against actual"
        note={<EstimateSentence estimate={work.estimate} />}
        flush
        actions={
          mayEdit && work.approved === null ? (
            <AskLink ask="estimate" size="xs">
              Estimate
            </AskLink>
          ) : null
        }
      >
        <DataTable<DeliverableView["estimate"]["phases"][number]>
          label="Estimate against actual, per phase"
          rows={work.estimate.phases.filter(
            ({ estimatedMinutes, actualMinutes }) => estimatedMinutes + actualMinutes > 0,
          )}
          rowKey={({ phase }) => phase}
          sort="fixed"
          empty={
            <Text size="sm" c="dimmed" px="md">
              Nothing is estimated and nothing was worked yet.
            </Text>
          }
          columns={[
            { id: "phase", label: "Phase", show: ({ phase }) => titleOf(phase), value: ({ phase }) => titleOf(phase) },
            {
              id: "estimated",
              label: "Estimated",
              figures: true,
              show: ({ estimatedMinutes }) => <Duration minutes={estimatedMinutes} />,
              total: () => <Duration minutes={work.estimate.estimatedMinutes} />,
            },
            {
              id: "actual",
              label: "Actual",
              figures: true,
              show: ({ actualMinutes }) => <Duration minutes={actualMinutes} />,
              total: () => <Duration minutes={work.estimate.actualMinutes} />,
            },
            {
              id: "state",
              label: "",
              show: ({ estimatedMinutes, actualMinutes }) =>
                estimatedMinutes > 0 && actualMinutes > estimatedMinutes ? (
                  <StateBadge tone="soon">over</StateBadge>
                ) : null,
            },
          ]}
        />
      </Section>
      <Breakdown work={work} />
      <WaitList work={work} />
    </>
  );
}

function EstimateSentence({ estimate }: { readonly estimate: DeliverableView["estimate"] }) {
  const { estimatedMinutes, actualMinutes, overMinutes } = estimate;
  if (estimatedMinutes === 0) return <>No estimate yet</>;
  return (
    <>
      <Duration minutes={actualMinutes} /> worked of <Duration minutes={estimatedMinutes} /> estimated
      {overMinutes > 0 ? (
        <>
          , <Duration minutes={overMinutes} /> over
        </>
      ) : null}
    </>
  );
}

/** What it is part of, and its own parts (DLV-1). */
function Breakdown({ work }: { readonly work: DeliverableView }) {
  if (work.parent === null && work.children.length === 0) return null;
  const linkTo = (deliverable: string) =>
    ({ to: "/accounts/$id/deliverables/$deliverable", params: { id: work.account, deliverable } }) as const;
  return (
    <Section title="Work breakdown">
      {work.parent === null ? null : (
        <Text size="sm">
          Part of{" "}
          <TextLink {...linkTo(work.parent)} underline="always">
            {work.parent}
          </TextLink>
        </Text>
      )}
      {work.children.length === 0 ? null : (
        <List size="sm" mt="xs" spacing={4}>
          {work.children.map(({ id, name, state }) => (
            <List.Item key={id}>
              <Group gap="xs">
                <TextLink {...linkTo(id)} underline="always">
                  {name}
                </TextLink>
                {state === "open" ? null : <StateBadge tone="quiet">{state}</StateBadge>}
              </Group>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}

function Item({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue>{children}</DataList.ItemValue>
    </DataList.Item>
  );
}
