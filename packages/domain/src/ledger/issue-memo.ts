import { type CreditLine, type CreditMemo, creditMemoNumber } from "../invoices/credit-memo.ts";
import { applyMoney, unappliedOf } from "./apply-money.ts";
import type { InvoiceOnBooks } from "./books.ts";
import { type Ledger, post } from "./ledger.ts";

/** A memo, and what of it no invoice took. */
export type IssuedMemo = CreditMemo & { readonly unapplied: number };

export interface MemoIssued {
  readonly ledger: Ledger;
  readonly memo: IssuedMemo;
}

/**
 * Issues a credit memo: gives it its number and puts its money to its own invoice first (INV-3, INV-6). The only place
 * where a memo is made; what it says of lines and minutes is posted beside it by whoever credits them.
 */
export function issueMemo(
  ledger: Ledger,
  { number: invoice, account, currency }: Pick<InvoiceOnBooks, "number" | "account" | "currency">,
  lines: readonly CreditLine[],
  { reason, note, voids, issuedOn }: Pick<CreditMemo, "reason" | "note" | "voids" | "issuedOn">,
): MemoIssued {
  const number = creditMemoNumber(ledger.books.counters.creditMemo + 1);
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const memo: CreditMemo = {
    number,
    account,
    invoice,
    issuedOn,
    reason,
    note,
    voids,
    currency,
    lines: lines.toSorted((a, b) => a.line - b.line),
    total,
  };
  const source = { kind: "credit-memo", source: number, amount: total, on: issuedOn } as const;
  const applied = applyMoney(post(ledger, { type: "credit-memo-issued", memo }), source, invoice);
  return { ledger: applied, memo: { ...memo, unapplied: unappliedOf(applied, source) } };
}
