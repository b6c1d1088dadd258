import "@mantine/charts/styles.layer.css";
import { decimalOf, formatMoney, type RateForecast } from "@cimpro/domain";
import { LineChart } from "@mantine/charts";

/** The lowest and the highest rate of each coming year, labelled where they stand. */
export function RateChart({ forecast: { base, years, currency } }: { readonly forecast: RateForecast }) {
  const rates = [{ year: 0, low: base, high: base }, ...years];
  const least = Math.min(...rates.map(({ low }) => low));
  const most = Math.max(...rates.map(({ high }) => high));
  const room = Math.max(1000, Math.round((most - least) * 0.25));
  return (
    <LineChart
      h={240}
      data={rates.map(({ year, low, high }) => ({ label: year === 0 ? "Now" : `+${year}`, low, high }))}
      dataKey="label"
      curveType="linear"
      gridAxis="x"
      tickLine="none"
      aria-hidden
      withLegend
      withPointLabels
      valueFormatter={(rate) =>
        formatMoney(rate, currency).replace(`.${decimalOf(rate, currency).split(".")[1] ?? ""}`, "")
      }
      lineProps={{ isAnimationActive: false }}
      xAxisProps={{ padding: { left: 28, right: 28 } }}
      yAxisProps={{ domain: [least - room, most + room], hide: true }}
      withYAxis={false}
      series={[
        { name: "high", label: "At most", color: "indigo.6" },
        { name: "low", label: "At least", color: "gray.6", strokeDasharray: "5 4" },
      ]}
    />
  );
}
