import { formatMoney } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay, asHours } from "../../arguments/parse.ts";
import { usage } from "../../failure/failure.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts, line } from "../../terminal/block.ts";
import { hoursOf, validity } from "./purchase-view.ts";

/** `cimpro allowance buy` */
export const buyCommand = (shell: Shell) =>
  verb("buy", {
    summary: "sell pre-paid hours and issue their invoice",
    details:
      "Sells pre-paid hours at the standard rate of their first day: a lump sum, or so many each calendar month. The invoice is due on receipt; an opening balance has none.",
    examples: [
      "cimpro allowance buy --account acme-tools --hours 30",
      "cimpro allowance buy --account acme-tools --monthly-hours 10 --on 2025-03-01 --paid",
      "cimpro allowance buy --account acme-tools --hours 12.5 --opening",
    ],
    rules: ["ALW-1", "ALW-2", "ALW-3", "ALW-4", "ALW-7"],
  })
    .requiredOption("--account <id>", "who buys")
    .option("--hours <hours>", "a lump sum: 30, 12.5, 1h30 or 90m", asHours)
    .addOption(new Option("--monthly-hours <hours>", "so many each month").argParser(asHours).conflicts("hours"))
    .option("--on <date>", "its first day (today, unless stated)", asDay)
    .option("--paid", "each of its invoices is paid on its issue day")
    .addOption(new Option("--opening", "bought before these books were kept: no invoice").conflicts("paid"))
    .option("--note <text>", "what it is for")
    .option("--id <uuid>", "the purchase's own id")
    .action(async ({ hours, monthlyHours, paid, opening, ...options }) => {
      const minutes = hours ?? monthlyHours;
      if (minutes === undefined) throw usage("Say how much: --hours for a lump sum, or --monthly-hours.");
      const kind = hours === undefined ? ("monthly" as const) : ("lump-sum" as const);
      const bought = { ...options, kind, minutes, paid: paid === true, opening: opening === true };
      const client = await shell.client("write");
      await shell.answer(await client.allowance.buy.mutate(bought), ({ allowance, invoice, warnings }) => [
        facts(
          ["Allowance", allowance.id],
          ["Hours", hoursOf(allowance)],
          ["Valid", validity(allowance)],
          ["Invoice", invoice === null ? null : `${invoice.number}, ${formatMoney(invoice.total, invoice.currency)}`],
        ),
        ...warnings.map(({ message, clause }) => line(`${message} (${clause})`, "bad")),
      ]);
    });
