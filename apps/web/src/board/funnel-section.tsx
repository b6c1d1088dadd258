import { plural, t } from "@lingui/core/macro";
import { Skeleton, Table } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Funnel } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { CsvButton } from "../data-table/csv-button.tsx";
import { plainColumn } from "../data-table/plain-column.ts";
import { Section } from "../page/section.tsx";
import classes from "./funnel.module.css";

// Charts are the heaviest part of the dashboard; they come when one is shown.
const FunnelChart = lazy(async () => ({ default: (await import("./funnel-chart.tsx")).FunnelChart }));

/** How much of the practice's work is where, and how much is live. */
export function FunnelSection() {
  const funnel = useSuspenseQuery(useApi().phase.funnel.queryOptions()).data;
  if (funnel.phases.every(({ deliverables }) => deliverables === 0)) return null;
  return (
    <Section title={t`Work by phase`} note={sentenceOf(funnel)}>
      <Suspense fallback={<Skeleton h={200} />}>
        <FunnelChart funnel={funnel} />
      </Suspense>
      <details className={classes.details}>
        <summary>{t`Show as a table`}</summary>
        <Table mt="xs" maw={420} verticalSpacing={4} aria-label={t`Work by phase`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Phase`}</Table.Th>
              <Table.Th ta="right">{t`Deliverables`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {funnel.phases.map(({ phase, title, deliverables }) => (
              <Table.Tr key={phase}>
                <Table.Td>{title}</Table.Td>
                <Table.Td ta="right">{deliverables}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Td>{t`Live customizations`}</Table.Td>
              <Table.Td ta="right">{funnel.live}</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
        <CsvButton
          rows={[...funnel.phases, { title: t`Live customizations`, deliverables: funnel.live }]}
          columns={[
            plainColumn<Counted>("phase", t`Phase`, ({ title }) => title),
            plainColumn<Counted>("deliverables", t`Deliverables`, ({ deliverables }) => deliverables),
          ]}
          of={t`Work by phase`}
          fileName="work-by-phase"
        />
      </details>
    </Section>
  );
}

type Counted = Pick<Funnel["phases"][number], "title" | "deliverables">;

function sentenceOf({ phases, live }: Funnel): string {
  const most = phases.toSorted((a, b) => b.deliverables - a.deliverables)[0];
  const total = phases.reduce((sum, { deliverables }) => sum + deliverables, 0);
  const alive = plural(live, { one: "# customization is live", other: "# customizations are live" });
  if (most === undefined) return t`${total} open; ${alive}.`;
  const { title, deliverables: count } = most;
  return t`${total} open, most of it in ${title} (${count}); ${alive}.`;
}
