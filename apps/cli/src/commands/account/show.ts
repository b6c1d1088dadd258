import { formatDuration, formatMoney } from "@cimpro/domain";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts, left, line, right } from "../../terminal/block.ts";
import { bookCurrency } from "../book-currency.ts";
import { minuteFacts } from "../minute-facts.ts";
import { accountFacts } from "./account-view.ts";

/** `cimpro account show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "one account: allowances, open work, invoices, and where every minute went",
    examples: ["cimpro account show acme-tools", "cimpro account show acme-tools --as-of 2025-03-31 --json"],
    rules: ["ALW-8", "INV-5"],
    takesAsOf: true,
  })
    .argument("<account>", "its id")
    .action(async (account) => {
      const client = await shell.client("read");
      const currency = await bookCurrency(shell, client);
      const shown = await client.account.show.query({ account, asOf: shell.settings().asOf });
      await shell.answer(shown, (it) => [
        accountFacts(it),
        it.standing.stoppedSince === undefined
          ? line("In good standing.", "good")
          : line(`Stopped since ${it.standing.stoppedSince}.`, "bad"),
        facts(
          ["Open work", `${formatDuration(it.openMinutes)}, ${formatMoney(it.openAmount, currency)}`],
          ["Held", it.heldMinutes === 0 ? null : formatDuration(it.heldMinutes)],
          ["Open balance", formatMoney(it.openBalance, currency)],
          ["Account credit", formatMoney(it.accountCredit, currency)],
          ["Closed through", it.closedThrough],
          ["Deliverables", it.deliverables.map(({ id }) => id).join(", ")],
        ),
        {
          kind: "table",
          title: "Allowances",
          columns: [left("Allowance"), left("Kind"), right("Granted"), right("Used"), right("Left")],
          rows: it.balances.map((each) => [
            each.id,
            each.kind,
            formatDuration(each.grantedMinutes),
            formatDuration(each.usedMinutes),
            formatDuration(each.remainingMinutes),
          ]),
        },
        minuteFacts(it.minutes),
      ]);
    });
