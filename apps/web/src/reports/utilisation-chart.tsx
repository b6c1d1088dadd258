import { t } from "@lingui/core/macro";
import "@mantine/charts/styles.layer.css";
import { formatDuration } from "@cimpro/domain";
import { BarChart } from "@mantine/charts";
import { hourTicks } from "../accounts/chart-ticks.ts";
import type { Utilisation } from "../api/answers.ts";
import { formatShortDay } from "../figures/day-text.ts";
import { fillOf, PatternDefinitions, PatternLegend } from "./chart-patterns.tsx";

const partsOf = () =>
  [
    { name: "billable", label: t`Billable`, pattern: "solid" },
    { name: "nonBillable", label: t`Non-billable`, pattern: "stripes" },
    { name: "free", label: t`Not logged, of the assumed capacity`, pattern: "empty" },
  ] as const;

/** Everybody's time week by week, up to the capacity that is assumed. */
export function UtilisationChart({ utilisation: { weeks } }: { readonly utilisation: Utilisation }) {
  const parts = partsOf();
  const data = weeks.map(({ start, billable, nonBillable, capacity }) => ({
    ...{ label: formatShortDay(start), billable, nonBillable },
    free: Math.max(0, capacity - billable - nonBillable),
  }));
  const ticks = hourTicks(data.map((row) => row.billable + row.nonBillable + row.free));
  return (
    <>
      <BarChart
        h={260}
        data={data}
        dataKey="label"
        type="stacked"
        gridAxis="x"
        tickLine="none"
        aria-hidden
        barChartProps={{ accessibilityLayer: false, margin: { top: 8 } }}
        maxBarWidth={44}
        valueFormatter={formatDuration}
        yAxisProps={{
          ticks: [...ticks],
          domain: [0, ticks.at(-1) ?? 0],
          tickFormatter: formatDuration,
          width: 60,
          interval: 0,
        }}
        series={parts.map(({ name, label, pattern }) => ({ name, label, color: fillOf(pattern) }))}
      >
        <PatternDefinitions />
      </BarChart>
      <PatternLegend entries={parts} />
    </>
  );
}
