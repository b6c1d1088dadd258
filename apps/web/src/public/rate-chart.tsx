import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import "@mantine/charts/styles.layer.css";
import { decimalOf, type RateForecast } from "@cimpro/domain";
import { LineChart } from "@mantine/charts";
import { formatMoney, formatMoneyWhole } from "../figures/money-text.ts";

const names = { high: msg`At most`, low: msg`At least` } as const;

/** The lowest and the highest rate of each coming year; each line says at its end what it is. */
export function RateChart({ forecast: { base, years, currency } }: { readonly forecast: RateForecast }) {
  const rates = [{ year: 0, low: base, high: base }, ...years];
  const endLabel =
    (series: keyof typeof names) =>
    ({ x, y, index, value }: { readonly x?: unknown; y?: unknown; index?: unknown; value?: unknown }) =>
      index === rates.length - 1 ? (
        <text
          x={Number(x)}
          y={Number(y)}
          dy={series === "high" ? -12 : 26}
          textAnchor="end"
          fontSize={13}
          fill="var(--mantine-color-text)"
          // Read above the lines it stands on.
          stroke="var(--mantine-color-body)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {endWords(series, formatMoney(Number(value), currency))}
        </text>
      ) : null;
  return (
    <LineChart
      h={240}
      mt="lg"
      data={rates.map(({ year, low, high }) => ({ label: year === 0 ? t`Now` : `+${year}`, low, high }))}
      dataKey="label"
      curveType="linear"
      gridAxis="x"
      tickLine="none"
      aria-hidden
      lineChartProps={{ accessibilityLayer: false, margin: { top: 24, right: 8 } }}
      valueFormatter={(rate) => formatMoney(rate, currency)}
      lineProps={({ name }) => ({ isAnimationActive: false, label: endLabel(name === "high" ? "high" : "low") })}
      xAxisProps={{ padding: { left: 12, right: 12 } }}
      yAxisProps={{
        width: 52,
        domain: [0, "auto"],
        tickFormatter: (rate: number) => formatMoneyWhole(Number(decimalOf(rate, currency)), currency),
      }}
      series={[
        { name: "high", label: i18n._(names.high), color: "indigo.6" },
        { name: "low", label: i18n._(names.low), color: "gray.6", strokeDasharray: "5 4" },
      ]}
    />
  );
}

const endWords = (series: keyof typeof names, rate: string): string =>
  series === "high" ? t`At most ${rate}` : t`At least ${rate}`;
