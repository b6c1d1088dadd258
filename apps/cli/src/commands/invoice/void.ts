import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { creditReasonOption } from "../credit-reason.ts";
import { memoView } from "../credit-view.ts";

/** `cimpro invoice void` */
export const voidCommand = (shell: Shell) =>
  verb("void", {
    summary: "credit all that is left of an invoice",
    final: "Voiding credits all that is left of the invoice, and cannot be taken back.",
    details:
      "Credits all that is left of an invoice with one memo and links the two. The invoice itself never changes.",
    examples: [
      'cimpro invoice void INV-000001 --note "Wrong customer"',
      "cimpro invoice void INV-000001 --reason waive",
    ],
    rules: ["INV-3"],
  })
    .argument("<number>", "such as INV-000001")
    .addOption(creditReasonOption().default("rebill" as const))
    .option("--note <text>", "a word about it")
    .action(async (number, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.invoice.void.mutate({ number, ...options }), ({ creditMemo }) =>
        memoView(creditMemo),
      );
    });
