import { formatDuration } from "@cimpro/domain";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts, left, right } from "../../terminal/block.ts";

/** `cimpro allowance balance` */
export const balanceCommand = (shell: Shell) =>
  verb("balance", {
    summary: "hours granted, used, lapsed and left, and work that nothing covers",
    examples: [
      "cimpro allowance balance --account acme-tools",
      "cimpro allowance balance --account acme-tools --as-of 2025-03-31",
    ],
    rules: ["ALW-5", "ALW-6", "ALW-7"],
    takesAsOf: true,
  })
    .requiredOption("--account <id>", "whose")
    .action(async ({ account }) => {
      const client = await shell.client("read");
      const balance = await client.allowance.balance.query({ account, asOf: shell.settings().asOf });
      await shell.answer(balance, ({ allowances, openMinutes, heldMinutes }) => [
        {
          kind: "table",
          columns: [left("Allowance"), left("Kind"), right("Granted"), right("Used"), right("Lapsed"), right("Left")],
          rows: allowances.map((each) => [
            each.id,
            each.kind,
            formatDuration(each.grantedMinutes),
            formatDuration(each.usedMinutes),
            formatDuration(each.lapsedMinutes),
            formatDuration(each.remainingMinutes),
          ]),
        },
        facts(
          ["Covered by nothing, not yet invoiced", formatDuration(openMinutes)],
          ["Held beyond what was approved", heldMinutes === 0 ? null : formatDuration(heldMinutes)],
        ),
      ]);
    });
