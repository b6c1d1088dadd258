import { t } from "@lingui/core/macro";
import "@mantine/charts/styles.layer.css";
import { BarChart } from "@mantine/charts";
import type { Funnel } from "../api/answers.ts";

/** Open deliverables by phase, in the order of the process. */
export function FunnelChart({ funnel }: { readonly funnel: Funnel }) {
  return (
    <BarChart
      h={200}
      data={funnel.phases.map(({ title, deliverables }) => ({ title, deliverables }))}
      dataKey="title"
      orientation="vertical"
      gridAxis="y"
      tickLine="none"
      aria-hidden
      withTooltip={false}
      yAxisProps={{ width: 170 }}
      xAxisProps={{ allowDecimals: false }}
      // Decoration beside its table: nothing in it takes the focus.
      barChartProps={{ accessibilityLayer: false, margin: { right: 16 } }}
      barProps={{ maxBarSize: 18, radius: 3 }}
      series={[{ name: "deliverables", label: t`Deliverables`, color: "indigo.6" }]}
    />
  );
}
