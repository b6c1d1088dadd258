import { formatMoney } from "@cimpro/domain";
import { limitOption } from "../../arguments/limit.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";
import { spanOf } from "./run-view.ts";

/** `cimpro invoice list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "invoices, newest first, with their balance and status",
    examples: ["cimpro invoice list", "cimpro invoice list --account acme-tools --open"],
    rules: ["INV-3", "INV-5"],
  })
    .option("--account <id>", "of this account only")
    .option("--open", "with an open balance only")
    .addOption(limitOption())
    .action(async ({ limit, open, account }) => {
      const client = await shell.client("read");
      const asked = { account, status: open ? ("open" as const) : ("all" as const) };
      const invoices = await everyPage(limit, (page) => client.invoice.list.query({ ...asked, ...page }));
      await shell.answer(invoices, ({ items }) => [
        {
          kind: "table",
          columns: [
            left("Invoice"),
            left("Account"),
            left("Issued"),
            left("For"),
            left("Period"),
            right("Total"),
            right("Balance"),
            left("Status"),
          ],
          rows: items.map((each) => [
            each.number,
            each.account,
            each.issuedOn,
            each.kind,
            spanOf(each.period),
            formatMoney(each.total, each.currency),
            formatMoney(each.balance, each.currency),
            each.status,
          ]),
        },
      ]);
    });
