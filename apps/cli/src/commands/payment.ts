import { formatMoney } from "@cimpro/domain";
import { limitOption } from "../arguments/limit.ts";
import { asCents, asDay } from "../arguments/parse.ts";
import { everyPage } from "../client/every-page.ts";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { type Block, facts, left, right } from "../terminal/block.ts";
import { bookCurrency } from "./book-currency.ts";

/** `cimpro payment …` */
export const paymentCommand = (shell: Shell) =>
  noun("payment", "money that came in", [record(shell), list(shell), reverse(shell)]);

const record = (shell: Shell) =>
  verb("record", {
    summary: "record money that came in",
    details:
      "Records money that came in and applies it: to the named invoice, then to open ones, oldest first. What is left is account credit, which pays the next invoice.",
    examples: [
      "cimpro payment record --account acme-tools --amount 70500",
      "cimpro payment record --account acme-tools --amount 70500 --invoice INV-000001 --on 2025-03-20",
    ],
    rules: ["INV-6", "INV-5"],
  })
    .requiredOption("--account <id>", "who paid")
    .requiredOption("--amount <cents>", "whole cents: 70500 is 705.00", asCents)
    .option("--invoice <number>", "the invoice it is for")
    .option("--on <date>", "when it came (today, unless stated)", asDay)
    .option("--note <text>", "a word about it")
    .option("--id <uuid>", "the payment's own id, so that saying it twice is harmless")
    .action(async (options) => {
      const client = await shell.client("write");
      const currency = await bookCurrency(shell, client);
      await shell.answer(await client.payment.record.mutate(options), paymentView(currency));
    });

const list = (shell: Shell) =>
  verb("list", {
    summary: "the payments of an account and what they settled",
    examples: ["cimpro payment list --account acme-tools"],
    rules: ["INV-6"],
  })
    .requiredOption("--account <id>", "whose")
    .addOption(limitOption())
    .action(async ({ account, limit }) => {
      const client = await shell.client("read");
      const currency = await bookCurrency(shell, client);
      const payments = await everyPage(limit, (page) => client.payment.list.query({ account, ...page }));
      await shell.answer(payments, ({ items }) => [
        {
          kind: "table",
          columns: [left("On"), right("Amount"), left("Settled"), right("Left"), left("State"), left("Payment")],
          rows: items.map((each) => [
            each.on,
            formatMoney(each.amount, currency),
            each.applications.map(({ invoice }) => invoice).join(", "),
            formatMoney(each.unapplied, currency),
            each.reversedOn === null ? "" : `reversed ${each.reversedOn}`,
            each.id,
          ]),
        },
      ]);
    });

const reverse = (shell: Shell) =>
  verb("reverse", {
    summary: "take a payment back: what it settled is open again",
    final: "A payment that is taken back stays so, and what it settled is open again.",
    examples: [
      'cimpro payment reverse 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --reason "Cheque returned"',
    ],
    rules: ["INV-6"],
  })
    .argument("<payment>", "its id")
    .requiredOption("--account <id>", "whose")
    .option("--reason <text>", "why")
    .action(async (payment, options) => {
      const client = await shell.client("write");
      const currency = await bookCurrency(shell, client);
      await shell.answer(await client.payment.reverse.mutate({ payment, ...options }), paymentView(currency));
    });

const paymentView =
  (currency: string) =>
  ({
    payment,
  }: {
    readonly payment: {
      readonly id: string;
      readonly on: string;
      readonly amount: number;
      readonly unapplied: number;
      readonly reversedOn: string | null;
      readonly applications: readonly { readonly invoice: string; readonly amount: number }[];
    };
  }): readonly Block[] => [
    facts(
      ["Payment", payment.id],
      ["On", payment.on],
      ["Amount", formatMoney(payment.amount, currency)],
      ...payment.applications.map(({ invoice, amount }) => [`  ${invoice}`, formatMoney(amount, currency)] as const),
      ["Left as account credit", payment.unapplied === 0 ? null : formatMoney(payment.unapplied, currency)],
      ["Reversed on", payment.reversedOn],
    ),
  ];
