import { formatMoney } from "@cimpro/domain";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, line, right } from "../../terminal/block.ts";
import { bookCurrency } from "../book-currency.ts";

/** `cimpro account standing` */
export const standingCommand = (shell: Shell) =>
  verb("standing", {
    summary: "good, or stopped because an invoice is past due",
    examples: ["cimpro account standing acme-tools", "cimpro account standing acme-tools --today 2025-03-31"],
    rules: ["INV-5", "INV-6"],
    takesAsOf: true,
  })
    .argument("<account>", "its id")
    .action(async (account) => {
      const { asOf, today } = shell.settings();
      // The day is part of the question here: anybody may ask where an account stands on a day, today or not.
      const client = await shell.client("read", { ...shell.settings(), today: undefined });
      const currency = await bookCurrency(shell, client);
      const standing = await client.account.standing.query({ account, asOf: asOf ?? today });
      await shell.answer(standing, ({ openInvoices, stoppedSince }) => [
        stoppedSince === undefined ? line("In good standing.", "good") : line(`Stopped since ${stoppedSince}.`, "bad"),
        {
          kind: "table",
          columns: [left("Open invoice"), right("Balance"), right("Days past due"), left("")],
          rows: openInvoices.map(({ number, balance, pastDueDays, suspended }) => [
            number,
            formatMoney(balance, currency),
            String(pastDueDays),
            suspended ? "suspended" : "",
          ]),
          empty: "No open invoices.",
        },
      ]);
    });
