import { formatDuration } from "@cimpro/domain";
import { asDay, asDuration } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts, line } from "../../terminal/block.ts";
import { entryFacts, packageMonthBlocks } from "./entry-view.ts";

/** `cimpro time log` */
export const logCommand = (shell: Shell) =>
  verb("log", {
    summary: "log worked time and see what covers it",
    details:
      "Logs worked time and tells what covers it: the deliverable's deposit, an allowance, or the next invoice. Refused from the day an invoice of the account is past due, unless a coordinator overrides it with a reason.",
    examples: [
      'cimpro time log 1h30 --account acme-tools --note "Sync mapping"',
      "cimpro time log 45m --account acme-tools --worker Ann --on 2025-03-04 --deliverable erp-sync-mapping",
      "cimpro time log 2h --account acme-tools --non-billable",
      "cimpro time log 45m --account acme-tools --package guide",
    ],
    rules: ["INV-5", "ALW-5", "ALW-6", "ALW-7", "RATE-5", "PKG-7"],
  })
    .argument("<duration>", "90m, 1h30, 1.5h or 1:30", asDuration)
    .requiredOption("--account <id>", "whom it was for")
    .option("--worker <name>", "who worked (you, unless stated)")
    .option("--deliverable <id>", "what it was for (general work, unless stated)")
    .option("--on <date>", "when (today, unless stated)", asDay)
    .option("--note <text>", "what was done")
    .option("--non-billable", "recorded, never invoiced")
    .option("--package <subscription>", "counts toward this labor package: never invoiced, and not stopped")
    .option("--id <uuid>", "the entry's own id, so that saying it twice is harmless")
    .option("--override <reason>", "log it although work is stopped, and say why")
    .action(async (minutes, { nonBillable, ...options }) => {
      const client = await shell.client("write");
      const logged = await client.time.log.mutate({ ...options, minutes, billable: nonBillable !== true });
      await shell.answer(logged, ({ entry, cover, alerts, package: month }) => [
        entryFacts(entry),
        facts(
          ["Deposit", cover.deposit === 0 ? null : formatDuration(cover.deposit)],
          ...cover.allowance.map((part) => [`Allowance ${part.allowance}`, formatDuration(part.minutes)] as const),
          ["Held, beyond what is approved", cover.held === 0 ? null : formatDuration(cover.held)],
          ["To be invoiced", entry.billable ? formatDuration(cover.open) : null],
        ),
        ...(month === undefined ? [] : packageMonthBlocks(month)),
        ...alerts.map(({ allowance, percent, usedMinutes, grantedMinutes }) =>
          line(
            `${percent} % of allowance ${allowance} is used: ${formatDuration(usedMinutes)} of ${formatDuration(grantedMinutes)}.`,
            "bad",
          ),
        ),
      ]);
    });
