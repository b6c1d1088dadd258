import { forecastRates, formatMoney, type RateForecast, RateForecastRequest } from "@cimpro/domain";
import { asDay, asWhole } from "../arguments/parse.ts";
import { requestOf } from "../arguments/request.ts";
import { utcDay } from "../arguments/utc-day.ts";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { type Block, line, right } from "../terminal/block.ts";

/** `cimpro rate …` */
export const rateCommand = (shell: Shell) =>
  noun("rate", "the standard rate and what it may become", [forecast(shell)]);

const forecast = (shell: Shell) =>
  verb("forecast", {
    summary: "the range that the standard rate may reach in the coming years",
    details:
      "The range that the standard rate may reach in the coming years. A forecast only: no rate changes by itself.",
    examples: ["cimpro rate forecast", "cimpro rate forecast --years 10 --on 2025-01-01"],
    rules: ["RATE-4", "RATE-2"],
    takesAsOf: true,
  })
    .option("--years <n>", "how many years", asWhole(1), 5)
    .option("--on <date>", "the day whose rate it starts from (today, unless stated)", asDay)
    .action(async ({ years, on }) => {
      const { today, asOf } = shell.settings();
      const day = on ?? asOf ?? today ?? utcDay(shell.terminal.now());
      const request = requestOf(RateForecastRequest, { years, on: day }, { years: "--years" });
      await shell.answer(forecastRates(request, await shell.policy()), forecastView);
    });

const forecastView = ({ currency, base, years }: RateForecast): readonly Block[] => [
  line(`${formatMoney(base, currency)} an hour today.`),
  {
    kind: "table",
    columns: [right("Year"), right("From"), right("To")],
    rows: years.map(({ year, low, high }) => [String(year), formatMoney(low, currency), formatMoney(high, currency)]),
  },
];
