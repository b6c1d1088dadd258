import type { CoveredPeriod, InvoiceDraft, LaterAccount, ParkedAccount } from "@cimpro/domain";

/** One invoice of a run, as its answer lists it. */
export interface RunInvoice {
  readonly number: string | null;
  readonly account: string;
  readonly kind: InvoiceDraft["kind"];
  readonly period: InvoiceDraft["period"];
  readonly currency: string;
  readonly total: number;
  readonly minutes: number;
  readonly lines: number;
  /** Lead-time premiums on it, part of the total. */
  readonly premium: number;
  /** Minutes of the same period that a deposit or an allowance covers; they are not on it. */
  readonly covered: { readonly deposit: number; readonly allowance: number };
}

/** What a run froze, and what lay in the periods it closed (contract, `invoice run`). */
export interface RunAnswer {
  readonly invoices: readonly RunInvoice[];
  readonly closedPeriods: number;
  readonly minutes: {
    readonly deposit: number;
    readonly allowance: number;
    readonly invoiced: number;
    readonly held: number;
    readonly nonBillable: number;
  };
  /** The periods that needed no invoice: what was worked in them is covered, or held. */
  readonly withoutInvoice: readonly CoveredPeriod[];
  /** Accounts of which nothing was billed, because a mistyped date would have given them too many invoices. */
  readonly parked: readonly ParkedAccount[];
  /** The accounts where the day of the run has not come yet; a later run takes them (INV-1). */
  readonly later: readonly LaterAccount[];
}

export const nothingRun: RunAnswer = {
  invoices: [],
  closedPeriods: 0,
  minutes: { deposit: 0, allowance: 0, invoiced: 0, held: 0, nonBillable: 0 },
  withoutInvoice: [],
  parked: [],
  later: [],
};

export const runInvoice = (draft: InvoiceDraft, number: string | null): RunInvoice => ({
  number,
  account: draft.account,
  kind: draft.kind,
  period: draft.period,
  currency: draft.currency,
  total: draft.total,
  // A premium is on minutes that are invoiced or covered already (LEAD-2).
  minutes: draft.lines.reduce((sum, { kind, minutes }) => (kind === "premium" ? sum : sum + minutes), 0),
  lines: draft.lines.length,
  premium: draft.lines.reduce((sum, { kind, amount }) => (kind === "premium" ? sum + amount : sum), 0),
  covered: {
    deposit: draft.cover?.deposit ?? 0,
    allowance: (draft.cover?.allowance ?? []).reduce((sum, { minutes }) => sum + minutes, 0),
  },
});

/** What two parts of a run come to. */
export function together(a: RunAnswer, b: RunAnswer): RunAnswer {
  return {
    invoices: [...a.invoices, ...b.invoices],
    closedPeriods: a.closedPeriods + b.closedPeriods,
    minutes: {
      deposit: a.minutes.deposit + b.minutes.deposit,
      allowance: a.minutes.allowance + b.minutes.allowance,
      invoiced: a.minutes.invoiced + b.minutes.invoiced,
      held: a.minutes.held + b.minutes.held,
      nonBillable: a.minutes.nonBillable + b.minutes.nonBillable,
    },
    // A step that an earlier version took does not say it.
    withoutInvoice: [...(a.withoutInvoice ?? []), ...(b.withoutInvoice ?? [])],
    parked: [...(a.parked ?? []), ...(b.parked ?? [])],
    later: [...(a.later ?? []), ...(b.later ?? [])],
  };
}
