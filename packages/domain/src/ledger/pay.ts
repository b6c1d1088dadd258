import type { MoneySource, PaymentRecord } from "../invoices/payment.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { applyMoney } from "./apply-money.ts";
import { type Ledger, post } from "./ledger.ts";
import type { Posting } from "./posting.ts";

export interface PaymentPosted {
  readonly ledger: Ledger;
  readonly payment: PaymentRecord;
}

/** Records money that came in and applies it: to the named invoice, then oldest first; the rest is account credit (INV-6). */
export function pay(ledger: Ledger, money: Omit<PaymentRecord, "account" | "unapplied" | "reversedOn">): PaymentPosted {
  const { id, amount, on, invoice } = money;
  const recorded: PaymentRecord = { ...money, account: ledger.books.account, unapplied: amount, reversedOn: null };
  const posted = post(ledger, { type: "payment-recorded", payment: recorded });
  const applied = applyMoney(posted, { kind: "payment", source: id, amount, on }, invoice);
  return { ledger: applied, payment: applied.books.payments.get(id) ?? recorded };
}

/**
 * Takes a payment back (a returned cheque): what it settled is open again from today. What that leaves open of an invoice is
 * first met by credit that came from the invoice's own void or memos (INV-6). The books need the payment with all it
 * settled, the memos of those invoices, and where their credit went.
 */
export function reversePayment(ledger: Ledger, id: string, today: Day): Result<PaymentPosted> {
  const payment = ledger.books.payments.get(id);
  if (payment === undefined) return refused(rejection("NOT_FOUND", { what: "payment", id }));
  if (payment.reversedOn !== null) return refused(rejection("PAYMENT_REVERSED", { payment: id }));
  const settled = ledger.books.applied.filter(({ kind, source }) => kind === "payment" && source === id);
  const reversed = post(ledger, { type: "payment-reversed", payment: id, on: today });
  const posted = settled.reduce((left, { invoice }) => meetFromOwnCredit(left, invoice, today), reversed);
  return ok({ ledger: posted, payment: { ...payment, unapplied: 0, reversedOn: today } });
}

/**
 * Meets what is open of an invoice from the credit of its own memos: from account credit, oldest first, then from what of it
 * was put against other invoices, latest first (INV-6). Those are then met from their own credit in turn, so that a fully
 * credited invoice is never open.
 */
function meetFromOwnCredit(ledger: Ledger, number: string, today: Day): Ledger {
  const own = new Set(ledger.books.memos.filter(({ invoice }) => invoice === number).map((memo) => memo.number));
  const isOwn = ({ kind, source }: MoneySource): boolean => kind === "credit-memo" && own.has(source);
  let left = ledger;
  for (const credit of ledger.books.unapplied.filter(isOwn)) {
    const amount = Math.min(balanceOf(left, number), credit.amount);
    if (amount > 0) left = post(left, applied(credit, number, amount, today));
  }
  for (const elsewhere of ledger.books.applied.filter((each) => isOwn(each) && each.invoice !== number).toReversed()) {
    const amount = Math.min(balanceOf(left, number), elsewhere.amount);
    if (amount <= 0) continue;
    const rest = elsewhere.amount - amount;
    left = post(
      left,
      { type: "money-taken-back", ...elsewhere, takenOn: today },
      applied(elsewhere, number, amount, today),
      ...(rest === 0 ? [] : [applied(elsewhere, elsewhere.invoice, rest, today)]),
    );
    left = meetFromOwnCredit(left, elsewhere.invoice, today);
  }
  return left;
}

const balanceOf = ({ books }: Ledger, number: string): Cents => books.invoices.get(number)?.balance ?? 0;

const applied = ({ kind, source }: MoneySource, invoice: string, amount: Cents, on: Day): Posting => ({
  type: "money-applied",
  kind,
  source,
  invoice,
  amount,
  on,
});
