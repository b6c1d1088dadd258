import { applyAmount } from "../invoices/apply.ts";
import type { MoneySource, Unapplied } from "../invoices/payment.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import { type Ledger, post } from "./ledger.ts";

/**
 * Puts money against the named invoice, then oldest first; what is left of it is account credit (INV-6).
 * The books need every open invoice, and the named one.
 */
export function applyMoney(
  ledger: Ledger,
  source: MoneySource & { readonly amount: Cents; readonly on: Day },
  named: string | null = null,
): Ledger {
  const { kind, source: id, amount, on } = source;
  const invoices = [...ledger.books.invoices.values()].filter(({ balance }) => balance > 0);
  const { applications } = applyAmount(amount, invoices, named);
  const postings = applications.map((each) => {
    // Money cannot count before the invoice it settles was there.
    const issuedOn = ledger.books.invoices.get(each.invoice)?.issuedOn ?? on;
    const from = issuedOn > on ? issuedOn : on;
    return { type: "money-applied" as const, kind, source: id, ...each, on: from };
  });
  return post(ledger, ...postings);
}

/** Lets account credit pay an invoice at its issue, oldest money first (INV-6). */
export function payFromCredit(ledger: Ledger, number: string, on: Day): Ledger {
  let left = ledger.books.invoices.get(number)?.balance ?? 0;
  const postings = [];
  for (const money of ledger.books.unapplied.toSorted(oldestMoneyFirst)) {
    const amount = Math.min(left, money.amount);
    if (amount <= 0) continue;
    const { kind, source } = money;
    const from = on > money.on ? on : money.on;
    postings.push({ type: "money-applied" as const, kind, source, invoice: number, amount, on: from });
    left -= amount;
  }
  return post(ledger, ...postings);
}

/** By day, payments before credit memos, then in order of recording (INV-6). */
function oldestMoneyFirst(a: Unapplied, b: Unapplied): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return a.kind === b.kind ? 0 : a.kind === "payment" ? -1 : 1;
}

/** What of a payment or memo no invoice took. */
export const unappliedOf = ({ books }: Ledger, { kind, source }: MoneySource): Cents =>
  books.unapplied.find((each) => each.kind === kind && each.source === source)?.amount ?? 0;
