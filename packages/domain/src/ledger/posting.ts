import type { Allowance } from "../allowances/purchase.ts";
import type { LeftOpen } from "../billing/step.ts";
import type { Deliverable } from "../deliverables/deliverable.ts";
import type { PremiumDecision } from "../deliverables/premium-decision.ts";
import type { CreditMemo } from "../invoices/credit-memo.ts";
import type { Invoice } from "../invoices/invoice.ts";
import type { AppliedMoney, PaymentRecord } from "../invoices/payment.ts";
import type { EntryRecord } from "../minutes/entry-record.ts";
import type { Move } from "../minutes/move.ts";
import type { PremiumSlice } from "../minutes/premium-slice.ts";
import type { Taken } from "../minutes/slice.ts";
import type { Day, Month, Period } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Cents, RatePerHour } from "../values/money.ts";

/** One thing that a command changes in the books of an account. It is not refused any more: it is decided. */
export type Posting =
  | { readonly type: "time-recorded"; readonly entries: readonly EntryRecord[] }
  | { readonly type: "time-changed"; readonly before: EntryRecord; readonly after: EntryRecord }
  /** Moves say where minutes went; how many of an entry are open then, its `time-changed` or `period-closed` says. */
  | { readonly type: "minutes-moved"; readonly moves: readonly Move[] }
  /** Minutes of an entry that were waived once are no longer written off: it was never worked. */
  | { readonly type: "waived-forgotten"; readonly entry: string }
  /** Issued invoices keep the note of an entry as it was when they were issued (INV-3). */
  | {
      readonly type: "note-kept";
      readonly entry: string;
      readonly invoices: readonly string[];
      readonly note: string;
    }
  /** All that was open before the period's end is settled, but for what is left open. */
  | {
      readonly type: "period-closed";
      readonly period: Period;
      readonly closedThrough: Day;
      readonly leftOpen: readonly LeftOpen[];
    }
  | { readonly type: "premium-charged"; readonly slices: readonly PremiumSlice[] }
  | { readonly type: "premium-credited"; readonly slices: readonly Taken<PremiumSlice>[] }
  | { readonly type: "invoice-issued"; readonly invoice: Invoice }
  | { readonly type: "invoice-voided"; readonly invoice: string; readonly creditMemo: string }
  | { readonly type: "credit-memo-issued"; readonly memo: CreditMemo }
  | {
      readonly type: "line-credited";
      readonly invoice: string;
      readonly line: number;
      readonly minutes: Minutes;
      readonly amount: Cents;
    }
  /** A settlement lowered a premium line: the rate that is left, and the minutes that keep the full one (LEAD-8). */
  | {
      readonly type: "line-settled";
      readonly invoice: string;
      readonly line: number;
      readonly ratePerHour: RatePerHour;
      readonly keptMinutes: Minutes;
      readonly amount: Cents;
    }
  | { readonly type: "payment-recorded"; readonly payment: PaymentRecord }
  | { readonly type: "payment-reversed"; readonly payment: string; readonly on: Day }
  | ({ readonly type: "money-applied" } & AppliedMoney)
  /** Money put against an invoice, all of it, is free again: from `takenOn` its invoice is open by so much more. */
  | ({ readonly type: "money-taken-back"; readonly takenOn: Day } & AppliedMoney)
  | { readonly type: "allowance-bought"; readonly allowance: Allowance; readonly note: string; readonly on: Day }
  | { readonly type: "allowance-ended"; readonly allowance: string; readonly lastMonth: Month }
  | {
      readonly type: "hours-sold";
      readonly allowance: string;
      readonly month: Month | null;
      readonly invoice: string;
    }
  | { readonly type: "hours-taken-back"; readonly invoice: string; readonly minutes: Minutes }
  | { readonly type: "deliverable-changed"; readonly deliverable: Deliverable }
  | { readonly type: "premium-decided"; readonly decision: PremiumDecision };

/** Everything that one command changes, in order. */
export type Change = readonly Posting[];

/** The invoices and credit memos that a change issues, in order; an invoice of another system is only taken over. */
export const documentsOf = (
  change: Change,
): { readonly invoices: readonly Invoice[]; readonly creditMemos: readonly CreditMemo[] } => ({
  invoices: change.flatMap((posting) =>
    posting.type === "invoice-issued" && posting.invoice.kind !== "opening" ? [posting.invoice] : [],
  ),
  creditMemos: change.flatMap((posting) => (posting.type === "credit-memo-issued" ? [posting.memo] : [])),
});
