import { t } from "@lingui/core/macro";
import "@mantine/charts/styles.layer.css";
import { decimalOf } from "@cimpro/domain";
import { BarChart } from "@mantine/charts";
import type { Revenue } from "../api/answers.ts";
import { formatMonth } from "../figures/day-text.ts";
import { formatMoney, formatMoneyInFew } from "../figures/money-text.ts";
import { fillOf, PatternDefinitions, PatternLegend } from "./chart-patterns.tsx";

const partsOf = () =>
  [
    { name: "labor", label: t`Labor`, pattern: "solid" },
    { name: "allowance", label: t`Pre-paid hours`, pattern: "stripes" },
    { name: "premium", label: t`Lead-time premiums`, pattern: "dots" },
    { name: "deposit", label: t`Deposits`, pattern: "plain" },
  ] as const;

/** What was invoiced month by month, kind upon kind. */
export function RevenueChart({ revenue: { months, currency } }: { readonly revenue: Revenue }) {
  const parts = partsOf();
  return (
    <>
      <BarChart
        h={260}
        data={months.map((row) => ({ ...row, label: formatMonth(row.month) }))}
        dataKey="label"
        type="stacked"
        gridAxis="x"
        tickLine="none"
        aria-hidden
        barChartProps={{ accessibilityLayer: false, margin: { top: 8 } }}
        maxBarWidth={44}
        valueFormatter={(amount) => formatMoney(amount, currency)}
        yAxisProps={{
          width: 56,
          tickFormatter: (amount: number) => formatMoneyInFew(Number(decimalOf(amount, currency)), currency),
        }}
        series={parts.map(({ name, label, pattern }) => ({ name, label, color: fillOf(pattern) }))}
      >
        <PatternDefinitions />
      </BarChart>
      <PatternLegend entries={parts} />
    </>
  );
}
