import type { GrantSale } from "../allowances/purchase.ts";
import type { InvoiceDraft } from "../invoices/invoice.ts";
import type { Day, Period } from "../values/day.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { BillingFacts } from "./facts.ts";
import { type ParkedAccount, planAccount } from "./plan-account.ts";
import {
  afterClosing,
  type BillingStep,
  byIssueOrder,
  type ClosedPeriod,
  closePeriod,
  invoiceMonth,
  monthsToInvoice,
  nextPeriodOf,
  openWorkDates,
  type RunContext,
} from "./step.ts";

/** What a run would issue, in order of issue, and the minutes it would freeze. */
export interface RunDraft {
  readonly invoices: readonly InvoiceDraft[];
  readonly closedPeriods: number;
  /** The spans of days that it would close, half-open, in the order of the accounts. */
  readonly closed: readonly { readonly account: string; readonly start: Day; readonly end: Day }[];
  readonly minutes: {
    readonly deposit: number;
    readonly allowance: number;
    readonly invoiced: number;
    readonly held: number;
  };
  /** The periods that need no invoice although there was work in them, in the order in which they would close. */
  readonly withoutInvoice: readonly CoveredPeriod[];
  /** The accounts that it would leave alone (INV-4). */
  readonly parked: readonly ParkedAccount[];
  /** The accounts where the day of the run has not come yet: a later run takes them (INV-1). */
  readonly later: readonly LaterAccount[];
}

/** An account whose own day is before the day of a run. */
export interface LaterAccount {
  readonly account: string;
  /** What day it is there. */
  readonly today: Day;
}

/** What a run is told of one account, and the day it is there (INV-1). */
export interface AccountRun {
  readonly facts: BillingFacts;
  readonly context: RunContext;
}

/** A period that closes without an invoice: what was worked in it is covered, or held (ALW-5, DLV-5). */
export interface CoveredPeriod {
  readonly account: string;
  readonly period: Period;
  readonly covered: { readonly deposit: number; readonly allowance: number };
  readonly held: number;
}

/** A run may not reach beyond today (INV-1). */
export const checkRunDay = (context: Pick<RunContext, "through" | "today">): Result<RunContext["through"]> =>
  context.through > context.today
    ? refused(rejection("RUN_AFTER_TODAY", { through: context.through, today: context.today }))
    : ok(context.through);

/**
 * The whole billing run over plain facts, nothing saved: the allowance invoices of every month begun, then every period
 * that may close (INV-1). Pure; running it on the facts that a run left behind gives nothing more (INV-4).
 */
export function draftInvoices(books: readonly BillingFacts[], context: RunContext): Result<RunDraft> {
  const checked = checkRunDay(context);
  return checked.ok ? ok(draftRun(books.map((facts) => ({ facts, context })))) : checked;
}

/** The same where each account has its own day: a run takes those where its day has come, and names the others (INV-1). */
export function draftRun(runs: readonly AccountRun[]): RunDraft {
  const drafted: { step: BillingStep; invoice: InvoiceDraft | null; covered?: CoveredPeriod | null }[] = [];
  const minutes = { deposit: 0, allowance: 0, invoiced: 0, held: 0 };
  const spans: { account: string; start: Day; end: Day }[] = [];
  const parked: ParkedAccount[] = [];
  const later: LaterAccount[] = [];
  let closedPeriods = 0;
  for (const { facts: stated, context } of runs) {
    if (context.today < context.through) {
      later.push({ account: stated.account, today: context.today });
      continue;
    }
    const inOrder = stated.entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const facts: BillingFacts = { ...stated, entries: inOrder };
    const plan = planAccount(facts, openWorkDates(facts), context);
    if (plan.parked !== null) {
      parked.push(plan.parked);
      continue;
    }
    const sales: GrantSale[] = [];
    let credit = facts.accountCredit ?? 0;
    for (const step of monthsToInvoice(facts.allowances, facts.sales, context.through).toSorted(byIssueOrder)) {
      const allowance = facts.allowances.find(({ id }) => id === step.allowance);
      if (allowance === undefined) continue;
      const invoice = invoiceMonth(facts, allowance, step.month, context);
      drafted.push({ step, invoice });
      // Hours that are paid at their issue, by standing payment or account credit, cover this very run's work (ALW-3).
      const settled = allowance.paid || invoice.total <= credit;
      sales.push({ allowance: step.allowance, month: step.month, settled, returnedMinutes: 0 });
      credit = Math.max(0, credit - invoice.total);
    }
    let left: BillingFacts = {
      ...facts,
      sales: [...facts.sales, ...sales],
    };
    let openDays = openWorkDates(left);
    for (
      let next = nextPeriodOf(left, openDays, context);
      next !== null;
      next = nextPeriodOf(left, openDays, context)
    ) {
      const closed = closePeriod(left, next, context);
      const step = { kind: "close-period" as const, account: facts.account, periodEnd: closed.period.end };
      drafted.push({ step, invoice: closed.invoice, covered: coveredPeriod(facts.account, closed) });
      const frozen = frozenMinutes(closed);
      minutes.deposit += frozen.deposit;
      minutes.allowance += frozen.allowance;
      minutes.invoiced += frozen.invoiced;
      minutes.held += frozen.held;
      closedPeriods += closed.periods;
      spans.push({ account: facts.account, start: closed.period.start, end: closed.closedThrough });
      left = afterClosing(left, closed);
      const { end } = closed.period;
      const deferred = closed.allocations.filter((each) => each.deferred > 0).map(({ entry }) => entry.on);
      openDays = [...new Set(deferred), ...openDays.filter((on) => on >= end)];
    }
  }
  const inOrder = drafted.toSorted((a, b) => byIssueOrder(a.step, b.step));
  const invoices = inOrder.flatMap(({ invoice }) => invoice ?? []);
  const withoutInvoice = inOrder.flatMap(({ covered }) => covered ?? []);
  return { invoices, closedPeriods, closed: spans, minutes, withoutInvoice, parked, later };
}

/** The period as one without an invoice; null where it has one, or no work that is covered or held. */
export function coveredPeriod(account: string, closed: ClosedPeriod): CoveredPeriod | null {
  const { deposit, allowance, held } = frozenMinutes(closed);
  if (closed.invoice !== null || deposit + allowance + held === 0) return null;
  return { account, period: closed.period, covered: { deposit, allowance }, held };
}

/** The minutes that closing a period freezes, by where they go, and the held ones that lie in it (DLV-5). */
export function frozenMinutes({
  period,
  allocations,
}: Pick<ClosedPeriod, "period" | "allocations">): RunDraft["minutes"] {
  let [deposit, allowance, invoiced, held] = [0, 0, 0, 0];
  for (const each of allocations) {
    deposit += each.deposit;
    invoiced += each.invoiced;
    for (const part of each.allowance) allowance += part.minutes;
    // What was held before the period is held still, and was told when its own period closed.
    if (each.entry.on >= period.start) held += each.held;
  }
  return { deposit, allowance, invoiced, held };
}
