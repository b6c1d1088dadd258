import { t } from "@lingui/core/macro";
import "@mantine/charts/styles.layer.css";
import { type Day, dayFromNumber, dayNumber, formatDuration } from "@cimpro/domain";
import { AreaChart } from "@mantine/charts";
import type { BurnDown } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay, formatShortDay } from "../figures/day-text.ts";
import { hourTicks, monthTicks } from "./chart-ticks.ts";
import { forecastEnd } from "./forecast-end.ts";

/** Hours left over the days asked for, and the forecast after them; days stand as far apart as they are. */
export function BurnDownChart({ burnDown }: { readonly burnDown: BurnDown }) {
  const today = useToday();
  const { points } = burnDown;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const end = forecastEnd(burnDown);
  const data = [
    ...points.map(({ on, remainingMinutes }) => ({
      at: dayNumber(on),
      left: remainingMinutes,
      forecast: on === last.on && end !== null ? remainingMinutes : null,
    })),
    ...(end === null ? [] : [{ at: dayNumber(end.on), left: null, forecast: end.minutes }]),
  ];
  const hours = hourTicks(points.map(({ remainingMinutes }) => remainingMinutes));
  return (
    <AreaChart
      h={220}
      data={data}
      dataKey="at"
      curveType="linear"
      withDots={false}
      gridAxis="x"
      tickLine="none"
      fillOpacity={0.12}
      aria-hidden
      // Decoration beside its table: nothing in it takes the focus.
      areaChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 16 } }}
      series={[
        { name: "left", label: t`Hours left`, color: "indigo.6" },
        { name: "forecast", label: t`Forecast`, color: "gray.5", strokeDasharray: "4 4" },
      ]}
      valueFormatter={formatDuration}
      xAxisProps={{
        type: "number",
        domain: [dayNumber(first.on), dayNumber(end?.on ?? last.on)],
        ticks: [...monthTicks(first.on, end?.on ?? last.on)],
        tickFormatter: (at) => dayText(at, formatShortDay),
      }}
      yAxisProps={{
        ticks: [...hours],
        domain: [hours[0] ?? 0, hours.at(-1) ?? 0],
        tickFormatter: formatDuration,
        width: 52,
        interval: 0,
      }}
      referenceLines={[
        ...(end === null
          ? []
          : [{ x: dayNumber(today), label: t`today`, color: "gray.6", labelPosition: "insideTopRight" as const }]),
        ...(hours.some((tick) => tick < 0) ? [{ y: 0, color: "gray.6" }] : []),
      ]}
      tooltipProps={{ labelFormatter: (at) => dayText(at, (day) => formatDay(day, today)) }}
    />
  );
}

/** The chart also asks for the label of nothing, while it measures. */
const dayText = (at: unknown, format: (day: Day) => string): string =>
  typeof at === "number" && Number.isInteger(at) ? format(dayFromNumber(at)) : "";
