// Rows of documents and money; the others are in tables.ts.

export interface InvoiceRow {
  account: string;
  number: string;
  kind: "work" | "allowance" | "deposit" | "opening";
  issued_on: string;
  due_on: string;
  period_start: string | null;
  period_end: string | null;
  currency: string;
  total: number;
  balance: number;
  suspended: number;
  voided_by: string | null;
  /** The frozen document, without the slices, which are rows of their own. */
  document: string;
  slices_hash: string;
}

export interface InvoiceLineRow {
  account: string;
  invoice: string;
  line: number;
  kind: "labor" | "premium" | "allowance" | "deposit" | "opening";
  deliverable: string | null;
  allowance: string | null;
  minutes: number;
  rate_per_hour: number;
  amount: number;
  credited_minutes: number;
  credited_amount: number;
  /** The premium per hour that a settlement left of a premium line, but for the minutes that keep it (LEAD-8). */
  settled_rate: number | null;
  kept_minutes: number;
}

export interface SuspensionRow {
  account: string;
  invoice: string;
  sequence: number;
  from_day: string;
  until_day: string | null;
  reason: string;
}

export interface CreditMemoRow {
  account: string;
  number: string;
  invoice: string;
  issued_on: string;
  reason: "rebill" | "waive" | "premium";
  voids: number;
  total: number;
  unapplied: number;
  document: string;
}

export interface PaymentRow {
  account: string;
  id: string;
  sequence: number;
  paid_on: string;
  amount: number;
  unapplied: number;
  invoice: string | null;
  note: string;
  reversed_on: string | null;
}

/** Money put against an invoice, and the business day it counts from. */
export interface ApplicationRow {
  account: string;
  sequence: number;
  position: number;
  source_kind: "payment" | "credit-memo";
  source: string;
  invoice: string;
  amount: number;
  applied_on: string;
  reversed_on: string | null;
}

export interface NumberCounterRow {
  series: string;
  last: number;
}
