import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

/** Money that came in. */
export interface PaymentRecord {
  readonly id: string;
  readonly account: string;
  /** Order of recording within the account. */
  readonly sequence: number;
  readonly on: Day;
  readonly amount: Cents;
  /** What no invoice took yet: account credit (INV-6). */
  readonly unapplied: Cents;
  /** The invoice it was meant for. */
  readonly invoice: string | null;
  readonly note: string;
  readonly reversedOn: Day | null;
}

/** Where money comes from: a payment, or a credit memo. */
export interface MoneySource {
  readonly kind: "payment" | "credit-memo";
  /** The payment's id, or the memo's number. */
  readonly source: string;
}

/** Account credit: what a payment or a credit memo has left (INV-6). */
export interface Unapplied extends MoneySource {
  readonly on: Day;
  readonly amount: Cents;
}

/** Money put against an invoice, and the business day it counts from. */
export interface AppliedMoney extends MoneySource {
  readonly invoice: string;
  readonly amount: Cents;
  readonly on: Day;
}
