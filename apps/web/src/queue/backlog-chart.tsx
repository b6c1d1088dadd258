import { t } from "@lingui/core/macro";
import "@mantine/charts/styles.layer.css";
import { BarChart } from "@mantine/charts";
import { useToday } from "../api/session.ts";
import type { BacklogWeek } from "./backlog-weeks.ts";
import { countTicks } from "./count-ticks.ts";

import { weekLabel } from "./week-label.ts";

/** The backlog by the week in which its work is to have begun. */
export function BacklogChart({ weeks }: { readonly weeks: readonly BacklogWeek[] }) {
  const today = useToday();
  const ticks = countTicks(weeks.map(({ small, large, unsized }) => small + large + unsized));
  return (
    <BarChart
      h={180}
      data={weeks.map((week) => ({ ...week, label: weekLabel(week, today) }))}
      dataKey="label"
      type="stacked"
      gridAxis="x"
      tickLine="none"
      withLegend
      aria-hidden
      // What nobody can see by keyboard must not take the focus.
      barChartProps={{ accessibilityLayer: false, margin: { top: 8 } }}
      maxBarWidth={36}
      series={[
        { name: "small", label: t`Small`, color: "indigo.4" },
        { name: "large", label: t`Large`, color: "indigo.8" },
        { name: "unsized", label: t`Not sized`, color: "gray.5" },
      ]}
      yAxisProps={{ ticks: [...ticks], domain: [0, ticks.at(-1) ?? 1], interval: 0, width: 28 }}
    />
  );
}
