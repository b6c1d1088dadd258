import { grantsOf, isOpening, monthsOf } from "../allowances/grants.ts";
import type { Allowance } from "../allowances/purchase.ts";
import { heldMinutes } from "../deliverables/held.ts";
import type { InvoiceDraft } from "../invoices/invoice.ts";
import type { Party } from "../invoices/party.ts";
import { type Day, type Month, monthOf, type Period } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { lastDayOf } from "../values/period.ts";
import { type Allocation, allocate, sowWorkAfter } from "./allocate.ts";
import { draftAllowanceInvoice, draftWork, type WorkDraft } from "./draft.ts";
import type { BillingFacts, OpenEntry } from "./facts.ts";
import { type NextPeriod, nextPeriod } from "./period.ts";
import type { RunTerms } from "./terms.ts";

/** A run is a series of steps, each one transaction: an allowance month to sell, or a period of an account to close. */
export type BillingStep =
  | {
      readonly kind: "allowance-month";
      readonly account: string;
      readonly allowance: string;
      readonly sequence: number;
      readonly month: Month;
    }
  | { readonly kind: "close-period"; readonly account: string; readonly periodEnd: Day };

/** The order of issue: allowance invoices by month, then work invoices by period end; within each by account, then purchase order (INV-3). */
export function byIssueOrder(a: BillingStep, b: BillingStep): number {
  if (a.kind !== b.kind) return a.kind === "allowance-month" ? -1 : 1;
  const [when, other] = [whenOf(a), whenOf(b)];
  if (when !== other) return when < other ? -1 : 1;
  if (a.account !== b.account) return a.account < b.account ? -1 : 1;
  return a.kind === "allowance-month" && b.kind === "allowance-month" ? a.sequence - b.sequence : 0;
}

const whenOf = (step: BillingStep): string => (step.kind === "allowance-month" ? step.month : step.periodEnd);

/** The months of monthly allowances that have begun by `through` and are not invoiced yet (INV-1, ALW-4). */
export function monthsToInvoice(
  allowances: readonly Allowance[],
  sales: BillingFacts["sales"],
  through: Day,
): readonly Extract<BillingStep, { kind: "allowance-month" }>[] {
  const sold = new Set(sales.map(({ allowance, month }) => `${allowance}/${month}`));
  return allowances.flatMap((allowance) => {
    if (allowance.kind === "lump-sum") return [];
    const { id, account, sequence } = allowance;
    return monthsOf(allowance, monthOf(through))
      .filter((month) => !isOpening(allowance, month) && !sold.has(`${id}/${month}`))
      .map((month) => ({ kind: "allowance-month" as const, account, allowance: id, sequence, month }));
  });
}

/** What closing one period gives: its invoice, where every minute of it goes, and what stays open. */
export interface ClosedPeriod extends WorkDraft {
  readonly period: Period;
  readonly closedThrough: Day;
  readonly periods: number;
  readonly allocations: readonly Allocation[];
  readonly leftOpen: readonly LeftOpen[];
}

/** Minutes of an entry that a closed period leaves open: held, or waiting for the payment of a purchase (DLV-5, ALW-3). */
export interface LeftOpen {
  readonly entry: OpenEntry;
  readonly minutes: Minutes;
  readonly deferredOn: Day | null;
}

/** Who invoices, on which business day, through which day. */
export interface RunContext {
  readonly from: Party;
  readonly today: Day;
  readonly through: Day;
  readonly terms: RunTerms;
}

/** The next period a run must close for an account whose open work lies on `openDays`, or null (INV-1). */
export const nextPeriodOf = (
  facts: Pick<BillingFacts, "billingAnchor" | "closedThrough">,
  openDays: readonly Day[],
  { terms, through }: RunContext,
): NextPeriod | null =>
  nextPeriod(
    { openDays, closedThrough: facts.closedThrough, anchor: facts.billingAnchor ?? terms.billing.anchor, through },
    terms.billing,
  );

/**
 * Closes a period: covers its open work and drafts the invoice for the rest. `facts.entries` hold at least the open
 * work dated before its end. The same function makes drafts and invoices: a draft is this, not saved (INV-3).
 */
export function closePeriod(facts: BillingFacts, next: NextPeriod, context: RunContext): ClosedPeriod {
  const { terms } = context;
  const allocations = allocate({
    entries: entriesBefore(facts.entries, next.period.end),
    grants: grantsOf(facts.allowances, facts.sales, terms.allowances, lastDayOf(next.period)),
    frozen: facts.frozen,
    rolloverCapMinutes: terms.allowances.rolloverCapMinutes,
    sowWork: facts.sowWork ?? [],
    runOn: context.today,
  });
  const leftOpen = allocations
    .filter(({ deferred, held }) => deferred + held > 0)
    .map(({ entry, deferred, held }) => ({
      entry,
      minutes: deferred + held,
      deferredOn: deferred > 0 ? context.today : entry.deferredOn,
    }));
  return { ...next, allocations, leftOpen, ...draftWork(next.period, allocations, draftContext(facts, context)) };
}

/** The facts as a closed period leaves them: what it settled is no longer open, and stays where it went (ALW-6). */
export function afterClosing(facts: BillingFacts, closed: ClosedPeriod): BillingFacts {
  const { allocations, leftOpen, closedThrough, covered } = closed;
  const frozen = new Map(facts.frozen);
  for (const { place, from, to } of covered)
    if (place.kind === "allowance") frozen.set(place.grant, (frozen.get(place.grant) ?? 0) + to - from);
  const stillOpen = leftOpen.map(({ entry, minutes, deferredOn }) => ({
    ...entry,
    minutes,
    deferredOn,
    roundFrom: (entry.roundFrom ?? 0) + entry.minutes - minutes,
  }));
  return {
    ...facts,
    frozen,
    closedThrough,
    entries: [...stillOpen, ...facts.entries.slice(allocations.length)],
    sowWork: sowWorkAfter(facts.sowWork ?? [], allocations),
  };
}

/**
 * The work dates that periods must close for, in order: those with open minutes that are not held, and those with held
 * ones that no run closed yet. Held minutes stay open, so closed days with nothing else close no period again (DLV-5).
 */
export function daysToClose(
  days: readonly { readonly on: Day; readonly minutes: number; readonly held: number }[],
  closedThrough: Day | null,
): readonly Day[] {
  const found: Day[] = [];
  for (const { on, minutes, held } of days) {
    const closes = minutes > held || (held > 0 && (closedThrough === null || on >= closedThrough));
    if (closes && found.at(-1) !== on) found.push(on);
  }
  return found;
}

/** The days that an account's open work is to be closed for; its entries come in order of work date. */
export function openWorkDates(facts: BillingFacts): readonly Day[] {
  const held = heldMinutes(facts.sowWork ?? [], facts.entries);
  const days = facts.entries.map(({ id, on, minutes }) => ({ on, minutes, held: held.get(id) ?? 0 }));
  return daysToClose(days, facts.closedThrough);
}

/** The entries dated before a day: they come in order of work date, so the rest need not be looked at. */
export function entriesBefore(entries: readonly OpenEntry[], end: Day): readonly OpenEntry[] {
  const later = entries.findIndex(({ on }) => on >= end);
  return later < 0 ? entries : entries.slice(0, later);
}

/** Closes the next period of an account that has open work, or gives null when the run has none to close. */
export function closeNextPeriod(facts: BillingFacts, context: RunContext): ClosedPeriod | null {
  const next = nextPeriodOf(facts, openWorkDates(facts), context);
  return next === null ? null : closePeriod(facts, next, context);
}

/** The invoice for one month of a monthly allowance (ALW-4). */
export const invoiceMonth = (
  facts: BillingFacts,
  allowance: Allowance,
  month: Month,
  context: RunContext,
): InvoiceDraft => draftAllowanceInvoice(allowance, month, draftContext(facts, context));

const draftContext = (facts: BillingFacts, { from, today, terms }: RunContext) => ({
  account: facts.account,
  from,
  to: facts.party,
  issuedOn: today,
  terms,
});
