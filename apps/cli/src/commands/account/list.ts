import { formatDuration, formatMoney } from "@cimpro/domain";
import { limitOption } from "../../arguments/limit.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";
import { bookCurrency } from "../book-currency.ts";

/** `cimpro account list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "all accounts with hours left, open work and what they owe",
    examples: ["cimpro account list", "cimpro account list --as-of 2025-03-31"],
    rules: ["INV-5", "ALW-6"],
    takesAsOf: true,
  })
    .addOption(limitOption())
    .action(async ({ limit }) => {
      const client = await shell.client("read");
      const { asOf } = shell.settings();
      const currency = await bookCurrency(shell, client);
      const accounts = await everyPage(limit, (page) => client.account.list.query({ ...page, asOf }));
      await shell.answer(accounts, ({ items }) => [
        {
          kind: "table",
          columns: [
            left("Account"),
            left("Name"),
            left("Standing"),
            right("Hours left"),
            right("Open work"),
            right("Open balance"),
            right("Past due"),
          ],
          rows: items.map((each) => [
            each.id,
            each.name,
            each.standing,
            each.hasAllowance ? formatDuration(each.remainingMinutes) : "",
            formatDuration(each.openMinutes),
            formatMoney(each.openBalance, currency),
            formatMoney(each.pastDueBalance, currency),
          ]),
          empty: 'No accounts yet; open one with "cimpro account open".',
        },
      ]);
    });
