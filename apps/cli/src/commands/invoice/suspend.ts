import { formatMoney } from "@cimpro/domain";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, facts } from "../../terminal/block.ts";

/** `cimpro invoice suspend` */
export const suspendCommand = (shell: Shell) =>
  verb("suspend", {
    summary: "set a disputed invoice aside: it does not stop work",
    examples: ['cimpro invoice suspend INV-000001 --reason "Customer disputes line 2"'],
    rules: ["INV-6", "INV-5"],
  })
    .argument("<number>", "such as INV-000001")
    .requiredOption("--reason <text>", "what is disputed")
    .action(async (number, { reason }) => {
      const client = await shell.client("write");
      await shell.answer(await client.invoice.suspend.mutate({ number, reason }), summaryView);
    });

/** `cimpro invoice resume` */
export const resumeCommand = (shell: Shell) =>
  verb("resume", {
    summary: "let a suspended invoice count again from today",
    examples: ["cimpro invoice resume INV-000001"],
    rules: ["INV-6", "INV-5"],
  })
    .argument("<number>", "such as INV-000001")
    .action(async (number) => {
      const client = await shell.client("write");
      await shell.answer(await client.invoice.resume.mutate({ number }), summaryView);
    });

const summaryView = (invoice: {
  readonly number: string;
  readonly account: string;
  readonly currency: string;
  readonly balance: number;
  readonly status: string;
}): readonly Block[] => [
  facts(
    ["Invoice", invoice.number],
    ["Account", invoice.account],
    ["Balance", formatMoney(invoice.balance, invoice.currency)],
    ["Status", invoice.status],
  ),
];
