import type { Day, Period } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Cents, Currency, RatePerHour } from "../values/money.ts";
import type { LineKind } from "./charge.ts";
import type { InvoiceKind } from "./invoice.ts";

/** An issued invoice with what became of it; its document never changes. */
export interface InvoiceRecord {
  readonly account: string;
  readonly number: string;
  readonly kind: InvoiceKind;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly period: Period | null;
  readonly currency: Currency;
  readonly total: Cents;
  /** What no money was put against yet. */
  readonly balance: Cents;
  /** A person set it aside: automatic application skips it (INV-6). */
  readonly suspended: boolean;
  /** The memo that credited all that was left of it. */
  readonly voidedBy: string | null;
}

/** A line with what credits took from it. */
export interface LineRecord {
  readonly line: number;
  readonly kind: LineKind;
  readonly deliverable: string | null;
  readonly allowance: string | null;
  readonly minutes: Minutes;
  readonly ratePerHour: RatePerHour;
  readonly amount: Cents;
  readonly creditedMinutes: Minutes;
  readonly creditedAmount: Cents;
  /** What a settlement left of a premium line; null while there is none (LEAD-8). */
  readonly settled: { readonly ratePerHour: RatePerHour; readonly keptMinutes: Minutes } | null;
}

/** Its lines are amounts without minutes. */
export const isMoney = ({ kind }: { readonly kind: InvoiceKind | LineKind }): boolean =>
  kind === "deposit" || kind === "opening";
