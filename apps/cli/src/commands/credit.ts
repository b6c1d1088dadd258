import { formatMoney } from "@cimpro/domain";
import { limitOption } from "../arguments/limit.ts";
import { asMinutes, asWhole } from "../arguments/parse.ts";
import { everyPage } from "../client/every-page.ts";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { left, right } from "../terminal/block.ts";
import { creditReasonOption } from "./credit-reason.ts";
import { memoView } from "./credit-view.ts";
import { savePrinted } from "./printed-file.ts";

/** `cimpro credit …` */
export const creditCommand = (shell: Shell) =>
  noun("credit", "credit memos", [issue(shell), list(shell), show(shell), pdf(shell)]);

const issue = (shell: Shell) =>
  verb("issue", {
    summary: "credit minutes of an invoice's line",
    details: "Credits minutes of an invoice's line with a memo that names them; the latest work goes back first.",
    examples: [
      "cimpro credit issue INV-000001 --line 1 --minutes 90 --reason rebill",
      'cimpro credit issue INV-000001 --line 1 --minutes 1h30 --reason waive --note "Goodwill"',
    ],
    rules: ["INV-3", "RATE-5"],
  })
    .argument("<number>", "the invoice, such as INV-000001")
    .requiredOption("--line <n>", "which line", asWhole(1))
    .requiredOption("--minutes <minutes>", "how many: 90, or 1h30", asMinutes)
    .addOption(creditReasonOption().makeOptionMandatory())
    .option("--note <text>", "a word about it")
    .action(async (number, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.credit.issue.mutate({ number, ...options }), ({ creditMemo }) =>
        memoView(creditMemo),
      );
    });

const list = (shell: Shell) =>
  verb("list", {
    summary: "credit memos, newest first",
    examples: ["cimpro credit list", "cimpro credit list --account acme-tools"],
    rules: ["INV-3"],
  })
    .option("--account <id>", "of this account only")
    .addOption(limitOption())
    .action(async ({ account, limit }) => {
      const client = await shell.client("read");
      const memos = await everyPage(limit, (page) => client.credit.list.query({ account, ...page }));
      await shell.answer(memos, ({ items }) => [
        {
          kind: "table",
          columns: [left("Memo"), left("Account"), left("Issued"), left("Of"), left("Reason"), right("Total")],
          rows: items.map((each) => [
            each.number,
            each.account,
            each.issuedOn,
            each.invoice,
            each.reason,
            formatMoney(each.total, each.currency),
          ]),
        },
      ]);
    });

const show = (shell: Shell) =>
  verb("show", {
    summary: "a credit memo with its lines",
    examples: ["cimpro credit show CM-000001"],
    rules: ["INV-3"],
  })
    .argument("<number>", "such as CM-000001")
    .action(async (number) => {
      const client = await shell.client("read");
      await shell.answer(await client.credit.show.query({ number }), memoView);
    });

const pdf = (shell: Shell) =>
  verb("pdf", {
    summary: "print a credit memo as a PDF file",
    examples: ["cimpro credit pdf CM-000001"],
    rules: ["INV-3"],
  })
    .argument("<number>", "such as CM-000001")
    .option("--out <file>", "where to (its number, unless stated)")
    .action(async (number, { out }) => {
      const client = await shell.client("read");
      await savePrinted(shell, () => client.document.creditMemo.query({ number }), out);
    });
