import type { PaymentRecord } from "../invoices/payment.ts";
import type { Day } from "../values/day.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { applyMoney } from "./apply-money.ts";
import { type Ledger, post } from "./ledger.ts";

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

/** Takes a payment back (a returned cheque): what it settled is open again from today (INV-6). */
export function reversePayment(ledger: Ledger, id: string, today: Day): Result<PaymentPosted> {
  const payment = ledger.books.payments.get(id);
  if (payment === undefined) return refused(rejection("NOT_FOUND", { what: "payment", id }));
  if (payment.reversedOn !== null) return refused(rejection("PAYMENT_REVERSED", { payment: id }));
  const posted = post(ledger, { type: "payment-reversed", payment: id, on: today });
  return ok({ ledger: posted, payment: { ...payment, unapplied: 0, reversedOn: today } });
}
