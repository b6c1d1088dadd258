import { formatDuration } from "@cimpro/domain";
import { Skeleton, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Utilisation } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { sum } from "../figures/sum.ts";
import { Empty } from "../page/empty.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import classes from "./chart-patterns.module.css";
import { spanInput } from "./report-search.ts";

const UtilisationChart = lazy(async () => ({ default: (await import("./utilisation-chart.tsx")).UtilisationChart }));

const route = getRouteApi("/_app/reports");

type WorkerRow = Utilisation["workers"][number];

/** How people's time was used, week by week and person by person, against a capacity that is assumed. */
export function UtilisationReport() {
  const search = route.useSearch();
  const asked = useQuery(useApi().report.utilisation.queryOptions(spanInput(search)));
  if (asked.data === undefined)
    return asked.error === null ? <Skeleton h={420} /> : <RefusalNote error={asked.error} />;
  const { workers, weeks, minutesPerBusinessDay, from, to } = asked.data;
  if (workers.length === 0)
    return (
      <Section title="Use of people's time by week">
        <Empty title="No time in these weeks" next="Choose other days, or log time." />
      </Section>
    );
  return (
    <>
      <Section title="Use of people's time by week" note={summaryOf(asked.data)}>
        <Suspense fallback={<Skeleton h={290} />}>
          <UtilisationChart utilisation={asked.data} />
        </Suspense>
        <Text size="sm" c="dimmed" mt="xs">
          Capacity is an assumption: {formatDuration(minutesPerBusinessDay)} for every business day and everybody who
          worked in these weeks, whatever their contract.
        </Text>
        <details className={classes.details}>
          <summary>Show as a table</summary>
          <Table maw={640} verticalSpacing={4} aria-label="Use of people's time by week">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Week of</Table.Th>
                <Table.Th ta="right">Billable</Table.Th>
                <Table.Th ta="right">Non-billable</Table.Th>
                <Table.Th ta="right">Capacity</Table.Th>
                <Table.Th ta="right">Use</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {weeks.map(({ start, billable, nonBillable, capacity, percent }) => (
                <Table.Tr key={start}>
                  <Table.Td>
                    <DayLabel day={start} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Duration minutes={billable} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Duration minutes={nonBillable} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Duration minutes={capacity} />
                  </Table.Td>
                  <Table.Td ta="right">{percentText(percent)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </details>
      </Section>
      <div style={{ marginTop: "var(--mantine-spacing-lg)" }}>
        <Section title="By person" flush>
          <DataTable
            label="Utilisation by person"
            rows={workers}
            columns={columns}
            rowKey={({ worker }) => worker}
            sort={search.sort}
            fileName={`utilisation-${from}-${to}`}
            empty={null}
          />
        </Section>
      </div>
    </>
  );
}

const percentText = (percent: number | null): string => (percent === null ? "–" : `${percent} %`);

function summaryOf({ workers, total }: Utilisation): string {
  const people = workers.length === 1 ? "1 person" : `${workers.length} people`;
  return `${people} worked ${formatDuration(total.billable)} billable and ${formatDuration(total.nonBillable)} non-billable: ${percentText(total.percent)} of the assumed capacity was billable.`;
}

const durations = [
  { id: "billable", label: "Billable" },
  { id: "nonBillable", label: "Non-billable" },
  { id: "capacity", label: "Assumed capacity" },
] as const;

const columns: readonly Column<WorkerRow>[] = [
  { id: "worker", label: "Who", show: ({ worker }) => worker, value: ({ worker }) => worker },
  ...durations.map(
    ({ id, label }): Column<WorkerRow> => ({
      ...{ id, label, figures: true },
      show: (row) => <Duration minutes={row[id]} />,
      value: (row) => row[id],
      total: (rows) => <Duration minutes={sum(rows.map((row) => row[id]))} />,
    }),
  ),
  {
    ...{ id: "percent", label: "Billable share", figures: true, beside: true },
    show: ({ percent }) => percentText(percent),
    value: ({ percent }) => percent ?? 0,
  },
];
