import { formatDuration, formatMoney } from "@cimpro/domain";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, facts, left, right } from "../../terminal/block.ts";
import { spanOf } from "./run-view.ts";

/** `cimpro invoice show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "an invoice as issued, with what was paid and credited of it",
    examples: ["cimpro invoice show INV-000001", "cimpro invoice show INV-000001 --explain"],
    rules: ["INV-2", "INV-3"],
  })
    .argument("<number>", "such as INV-000001")
    .action(async (number) => {
      const client = await shell.client("read");
      await shell.answer(await client.invoice.show.query({ number }), (it) => {
        const money = (amount: number): string => formatMoney(amount, it.currency);
        return [
          facts(
            ["Invoice", it.number],
            ["For", it.parties.to.name],
            ["Issued", `${it.issuedOn}, due ${it.dueOn}`],
            ["Period", spanOf(it.period)],
            ["Status", it.status],
            ["Total", money(it.total)],
            ["Balance", money(it.balance)],
          ),
          {
            kind: "table",
            columns: [right("Line"), left("For"), right("Time"), right("Per hour"), right("Amount"), right("Credited")],
            rows: it.lines.map((each) => [
              String(each.line),
              each.deliverable === undefined ? each.kind : `${each.kind}, ${each.deliverable}`,
              formatDuration(each.minutes),
              money(each.ratePerHour),
              money(each.amount),
              each.creditedAmount === 0 ? "" : money(each.creditedAmount),
            ]),
          },
          ...settled(it.applications, money),
        ];
      });
    });

const settled = (
  applications: readonly {
    readonly kind: string;
    readonly reference: string;
    readonly amount: number;
    readonly on: string;
  }[],
  money: (amount: number) => string,
): readonly Block[] =>
  applications.length === 0
    ? []
    : [
        {
          kind: "table",
          title: "Settled by",
          columns: [left("On"), left("What"), left("Reference"), right("Amount")],
          rows: applications.map(({ on, kind, reference, amount }) => [on, kind, reference, money(amount)]),
        },
      ];
