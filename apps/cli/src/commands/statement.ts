import { formatMoney } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay } from "../arguments/parse.ts";
import { usage } from "../failure/failure.ts";
import { ownAccount } from "../program/own-account.ts";
import type { Shell } from "../program/shell.ts";
import { verb } from "../program/verb.ts";
import { facts, left, right } from "../terminal/block.ts";
import { savePrinted } from "./printed-file.ts";

/** `cimpro statement` */
export const statementCommand = (shell: Shell) =>
  verb("statement", {
    summary: "what an account was charged and paid, with its balance",
    examples: [
      "cimpro statement acme-tools",
      "cimpro statement acme-tools --from 2025-03-01 --to 2025-03-31",
      "cimpro statement --account acme-tools --as-of 2025-03-31",
    ],
    rules: ["INV-3", "INV-6"],
    takesAsOf: true,
  })
    .argument("[account]", "its id")
    .addOption(new Option("--account <id>", "the same, as an option"))
    .option("--from <date>", "its first day (the beginning, unless stated)", asDay)
    .option("--to <date>", "its last day (today, unless stated)", asDay)
    .option("--pdf <file>", "print it as a PDF file instead")
    .action(async (named, options) => {
      const account = named ?? options.account ?? (await ownAccount(shell.settings(), shell.terminal));
      if (account === null) throw usage("Name the account: cimpro statement <account>.");
      const client = await shell.client("read");
      const to = options.to ?? shell.settings().asOf;
      const asked = { account, from: options.from, to };
      if (options.pdf !== undefined)
        return savePrinted(shell, () => client.document.statement.query(asked), options.pdf);
      await shell.answer(await client.statement.show.query(asked), (it) => {
        const money = (amount: number): string => formatMoney(amount, it.currency);
        return [
          facts(["Account", it.account], ["From", it.from], ["To", it.to], ["Opening balance", money(it.opening)]),
          {
            kind: "table",
            columns: [left("On"), left("What"), left("Reference"), right("Amount"), right("Balance")],
            rows: it.lines.map(({ on, kind, reference, amount, balance }) => [
              on,
              kind,
              reference,
              money(amount),
              money(balance),
            ]),
            empty: "Nothing happened.",
          },
          facts(["Closing balance", money(it.closing)], ["Journal", `${it.head.seq} ${it.head.hash}`]),
        ];
      });
    });
