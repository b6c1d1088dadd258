import { formatDuration, type RunOut } from "@cimpro/domain";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts, left, right } from "../../terminal/block.ts";

/** `cimpro allowance burn-down` */
export const burnDownCommand = (shell: Shell) =>
  verb("burn-down", {
    summary: "hours left day by day, and what becomes of them at the pace of the work",
    details:
      "Shows hours left from day to day, a quarter back unless days are named, and a forecast: when they run out if work that could draw on them goes on as in those days. Never past the day on which they lapse, and none under ten business days.",
    examples: [
      "cimpro allowance burn-down --account acme-tools",
      "cimpro allowance burn-down --account acme-tools --from 2025-01-01 --to 2025-03-31",
    ],
    rules: ["ALW-4", "ALW-5", "ALW-7"],
  })
    .requiredOption("--account <id>", "whose")
    .option("--from <date>", "the first day shown", asDay)
    .option("--to <date>", "the last day shown (today, unless stated)", asDay)
    .action(async (asked) => {
      const client = await shell.client("read");
      await shell.answer(await client.allowance.burnDown.query(asked), ({ points, forecast, runOutOn, pace }) => [
        {
          kind: "table",
          columns: [left("On"), right("Left")],
          rows: points.map(({ on, remainingMinutes }) => [on, formatDuration(remainingMinutes)]),
        },
        facts(
          ["Work that could draw on them", `${formatDuration(pace.minutes)} in ${pace.businessDays} business days`],
          ["Forecast", forecastText(forecast, points[0]?.on === runOutOn ? null : runOutOn)],
        ),
      ]);
    });

function forecastText(forecast: RunOut, runOutOn: string | null): string {
  switch (forecast.kind) {
    case "none-left":
      return runOutOn === null ? "nothing is left" : `nothing is left since ${runOutOn}`;
    case "too-few-days":
      return `none yet: it takes ${forecast.leastBusinessDays} business days, and there are ${forecast.businessDays}`;
    case "not-used":
      return "none: no work draws on them";
    case "runs-out":
      return `at this pace they run out on ${forecast.on}`;
    case "lapses":
      return `at this pace they are enough until ${forecast.on}, when ${lapsing(forecast)}`;
    case "lasts":
      return "at this pace they last longer than ten years";
  }
}

function lapsing({ minutes, rolledOverMinutes }: Extract<RunOut, { kind: "lapses" }>): string {
  const lapsed = `${formatDuration(minutes - rolledOverMinutes)} lapse`;
  return rolledOverMinutes === 0 ? lapsed : `${formatDuration(rolledOverMinutes)} go into the next month and ${lapsed}`;
}
