import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
import { kindWord } from "./kind-words.ts";
import { WaitList } from "./wait-list.tsx";

/** What it is, how it goes against its estimate, what it is part of, and what it waits for. */
export function OverviewTab({ work, phases }: TabProps) {
  const mayEdit = useMay("deliverable.edit") && work.state !== "closed";
  const titleOf = (phase: string) => phases.phases.find((each) => each.phase === phase)?.title ?? phase;
  return (
    <>
      <Section
        title={t`What is wanted`}
        actions={
          mayEdit ? (
            <AskLink ask="edit" size="xs">
              <Trans>Edit</Trans>
            </AskLink>
          ) : null
        }
      >
        <Stack gap="md">
          <Text style={{ whiteSpace: "pre-line" }} maw="75ch">
            {work.requirements === "" ? t`No requirements were written down yet.` : work.requirements}
          </Text>
          <DataList labelWidth="9rem" gap="xs">
            <Item label={t`Kind`}>{work.kind === null ? t`not said` : kindWord(work.kind)}</Item>
            <Item label={t`Planned`}>
              <Planned beginsOn={work.beginsOn} endsOn={work.endsOn} />
            </Item>
            <Item label={t`After its deposit`}>
              {work.drawFromAllowance ? t`draws on the account's allowances` : t`is invoiced`}
            </Item>
            <Item label={t`Critical workflows`}>
              {work.criticalWorkflows.length === 0 ? t`touches none` : work.criticalWorkflows.join(", ")}
            </Item>
          </DataList>
        </Stack>
      </Section>
      <Section
        title={t`Estimate against actual`}
        note={<EstimateSentence estimate={work.estimate} />}
        flush
        actions={
          mayEdit && work.approved === null ? (
            <AskLink ask="estimate" size="xs">
              <Trans>Estimate</Trans>
            </AskLink>
          ) : null
        }
      >
        <DataTable<DeliverableView["estimate"]["phases"][number]>
          label={t`Estimate against actual, per phase`}
          rows={work.estimate.phases.filter(
            ({ estimatedMinutes, actualMinutes }) => estimatedMinutes + actualMinutes > 0,
          )}
          rowKey={({ phase }) => phase}
          sort="fixed"
          fileName={`estimate-${work.account}-${work.id}`}
          empty={
            <Text size="sm" c="dimmed" px="md">
              <Trans>Nothing is estimated and nothing was worked yet.</Trans>
            </Text>
          }
          columns={[
            { id: "phase", label: t`Phase`, show: ({ phase }) => titleOf(phase), value: ({ phase }) => titleOf(phase) },
            {
              id: "estimated",
              label: t`Estimated`,
              figures: true,
              show: ({ estimatedMinutes }) => <Duration minutes={estimatedMinutes} />,
              csv: ({ estimatedMinutes }) => estimatedMinutes,
              total: () => <Duration minutes={work.estimate.estimatedMinutes} />,
            },
            {
              id: "actual",
              label: t`Actual`,
              figures: true,
              show: ({ actualMinutes }) => <Duration minutes={actualMinutes} />,
              csv: ({ actualMinutes }) => actualMinutes,
              total: () => <Duration minutes={work.estimate.actualMinutes} />,
            },
            {
              id: "state",
              label: "",
              show: ({ estimatedMinutes, actualMinutes }) =>
                estimatedMinutes > 0 && actualMinutes > estimatedMinutes ? (
                  <StateBadge tone="soon">{t`over`}</StateBadge>
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
  if (estimatedMinutes === 0) return <Trans>No estimate yet</Trans>;
  const worked = <Duration minutes={actualMinutes} />;
  const estimated = <Duration minutes={estimatedMinutes} />;
  return overMinutes > 0 ? (
    <Trans>
      {worked} worked of {estimated} estimated, <Duration minutes={overMinutes} /> over
    </Trans>
  ) : (
    <Trans>
      {worked} worked of {estimated} estimated
    </Trans>
  );
}

/** What it is part of, and its own parts (DLV-1). */
function Breakdown({ work }: { readonly work: DeliverableView }) {
  if (work.parent === null && work.children.length === 0) return null;
  const linkTo = (deliverable: string) =>
    ({ to: "/accounts/$id/deliverables/$deliverable", params: { id: work.account, deliverable } }) as const;
  return (
    <Section title={t`Work breakdown`}>
      {work.parent === null ? null : (
        <Text size="sm">
          <Trans>
            Part of{" "}
            <TextLink {...linkTo(work.parent)} underline="always">
              {work.parent}
            </TextLink>
          </Trans>
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
                {state === "open" ? null : (
                  <StateBadge tone="quiet">{state === "ending" ? t`ending` : t`closed`}</StateBadge>
                )}
              </Group>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}

/** When it is to be done; a day that is not said is a dash. */
function Planned({ beginsOn, endsOn }: Pick<DeliverableView, "beginsOn" | "endsOn">) {
  if (beginsOn === null && endsOn === null) return t`not said`;
  const from = beginsOn === null ? "–" : <DayLabel day={beginsOn} />;
  const to = endsOn === null ? "–" : <DayLabel day={endsOn} />;
  return (
    <Trans>
      {from} to {to}
    </Trans>
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
