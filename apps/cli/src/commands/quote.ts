import { formatDuration, formatMoney, type Quote, type QuoteRequest, quote } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay, asHours } from "../arguments/parse.ts";
import { utcDay } from "../arguments/utc-day.ts";
import type { Shell } from "../program/shell.ts";
import { verb } from "../program/verb.ts";
import { type Block, left, right } from "../terminal/block.ts";

/** `cimpro quote`: what work would cost, line by line. */
export const quoteCommand = (shell: Shell) =>
  verb("quote", {
    summary: "what work would cost",
    details:
      "What work would cost at the standard rate of a day, with the premium of its lead time as a line of its own.",
    examples: [
      "cimpro quote --hours 12",
      "cimpro quote --hours 1h30 --lead-time rush --on 2025-03-01",
      "cimpro --policy policy.json quote --hours 8 --explain",
    ],
    rules: ["RATE-1", "RATE-2", "RATE-5", "LEAD-2"],
    takesAsOf: true,
  })
    .requiredOption("--hours <hours>", "how much work: 12, 1.5, 1h30 or 90m", asHours)
    .addOption(
      new Option("--lead-time <lead-time>", "how soon it is promised")
        .choices(["standard", "expedited", "rush"] as const)
        .default("standard" as const),
    )
    .option("--on <date>", "the day whose rate holds (today, unless stated)", asDay)
    .action(async ({ hours, leadTime, on }) => {
      const { today, asOf } = shell.settings();
      const day = on ?? asOf ?? today ?? utcDay(shell.terminal.now());
      // What the options accept is what the schema does, so it need not be asked.
      const request: QuoteRequest = { minutes: hours, leadTime, on: day };
      await shell.answer(quote(request, await shell.policy()), quoteView);
    });

const quoteView = ({ currency, lines, total }: Quote): readonly Block[] => [
  {
    kind: "table",
    columns: [left("Line"), right("Time"), right("Per hour"), right("Amount")],
    rows: [
      ...lines.map(({ kind, minutes, ratePerHour, amount }) => [
        kind,
        formatDuration(minutes),
        formatMoney(ratePerHour, currency),
        formatMoney(amount, currency),
      ]),
      ["total", "", "", formatMoney(total, currency)],
    ],
  },
];
