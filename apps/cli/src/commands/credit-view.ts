import { formatDuration, formatMoney } from "@cimpro/domain";
import { type Block, facts, left, right } from "../terminal/block.ts";

/** A credit memo, as people read it. */
export const memoView = (memo: {
  readonly number: string;
  readonly invoice: string;
  readonly issuedOn: string;
  readonly reason: string;
  readonly note: string;
  readonly voids: boolean;
  readonly currency: string;
  readonly total: number;
  readonly unapplied: number;
  readonly lines: readonly {
    readonly line: number;
    readonly kind: string;
    readonly minutes: number;
    readonly amount: number;
  }[];
}): readonly Block[] => [
  facts(
    ["Credit memo", memo.number],
    ["Of", memo.voids ? `${memo.invoice}, which it voids` : memo.invoice],
    ["Issued", memo.issuedOn],
    ["Reason", memo.reason],
    ["Note", memo.note],
    ["Total", formatMoney(memo.total, memo.currency)],
    ["Left as account credit", memo.unapplied === 0 ? null : formatMoney(memo.unapplied, memo.currency)],
  ),
  {
    kind: "table",
    columns: [right("Line"), left("For"), right("Time"), right("Amount")],
    rows: memo.lines.map(({ line, kind, minutes, amount }) => [
      String(line),
      kind,
      formatDuration(minutes),
      formatMoney(amount, memo.currency),
    ]),
  },
];
