import { formatDuration } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
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
type WeekRow = Utilisation["weeks"][number];

/** How people's time was used, week by week and person by person, against a capacity that is assumed. */
export function UtilisationReport() {
  const search = route.useSearch();
  const asked = useQuery(useApi().report.utilisation.queryOptions(spanInput(search)));
  if (asked.data === undefined)
    return asked.error === null ? <Skeleton h={420} /> : <RefusalNote error={asked.error} />;
  const { workers, weeks, minutesPerBusinessDay, from, to } = asked.data;
  const daily = formatDuration(minutesPerBusinessDay);
  if (workers.length === 0)
    return (
      <Section title={t`Use of people's time by week`}>
        <Empty title={t`No time in these weeks`} next={t`Choose other days, or log time.`} />
      </Section>
    );
  return (
    <>
      <Section title={t`Use of people's time by week`} note={summaryOf(asked.data)}>
        <Suspense fallback={<Skeleton h={290} />}>
          <UtilisationChart utilisation={asked.data} />
        </Suspense>
        <Text size="sm" c="dimmed" mt="xs">
          <Trans>
            Capacity is an assumption: {daily} for every business day and everybody who worked in these weeks, whatever
            their contract.
          </Trans>
        </Text>
        <details className={classes.details}>
          <summary>
            <Trans>Show as a table</Trans>
          </summary>
          <DataTable
            label={t`Use of people's time by week`}
            rows={weeks}
            columns={weekColumns()}
            rowKey={({ start }) => start}
            sort="fixed"
            fileName={`utilisation-weeks-${from}-${to}`}
            empty={null}
          />
        </details>
      </Section>
      <div style={{ marginTop: "var(--mantine-spacing-lg)" }}>
        <Section title={t`By person`} flush>
          <DataTable
            label={t`Utilisation by person`}
            rows={workers}
            columns={columnsOf()}
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
  const [billable, nonBillable] = [formatDuration(total.billable), formatDuration(total.nonBillable)];
  const share = percentText(total.percent);
  return t`${plural(workers.length, { one: "# person", other: "# people" })} worked ${billable} billable and ${nonBillable} non-billable: ${share} of the assumed capacity was billable.`;
}

const durations = () =>
  [
    { id: "billable", label: t`Billable` },
    { id: "nonBillable", label: t`Non-billable` },
    { id: "capacity", label: t`Assumed capacity` },
  ] as const;

const weekColumns = (): readonly Column<WeekRow>[] => [
  { id: "week", label: t`Week of`, show: ({ start }) => <DayLabel day={start} />, value: ({ start }) => start },
  minutes("billable", t`Billable`),
  minutes("nonBillable", t`Non-billable`),
  minutes("capacity", t`Capacity`),
  {
    ...{ id: "percent", label: t`Use`, figures: true, beside: true },
    show: ({ percent }) => percentText(percent),
    value: ({ percent }) => percent ?? 0,
  },
];

const minutes = (id: "billable" | "nonBillable" | "capacity", label: string): Column<WeekRow> => ({
  ...{ id, label, figures: true },
  show: (row) => <Duration minutes={row[id]} />,
  value: (row) => row[id],
  total: (rows) => <Duration minutes={sum(rows.map((row) => row[id]))} />,
});

const columnsOf = (): readonly Column<WorkerRow>[] => [
  { id: "worker", label: t`Who`, show: ({ worker }) => worker, value: ({ worker }) => worker },
  ...durations().map(
    ({ id, label }): Column<WorkerRow> => ({
      ...{ id, label, figures: true },
      show: (row) => <Duration minutes={row[id]} />,
      value: (row) => row[id],
      total: (rows) => <Duration minutes={sum(rows.map((row) => row[id]))} />,
    }),
  ),
  {
    ...{ id: "percent", label: t`Billable share`, figures: true, beside: true },
    show: ({ percent }) => percentText(percent),
    value: ({ percent }) => percent ?? 0,
  },
];
