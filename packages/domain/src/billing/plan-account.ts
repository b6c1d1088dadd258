import type { Day } from "../values/day.ts";
import { rejection } from "../values/rejection.ts";
import type { BillingFacts } from "./facts.ts";
import { type BillingStep, monthsToInvoice, nextPeriodOf, type RunContext } from "./step.ts";

/** An account that a run leaves alone: it would get more invoices on one day than its practice thinks possible (INV-4). */
export interface ParkedAccount {
  readonly account: string;
  /** As many documents the run would have made for it at most. */
  readonly steps: number;
  readonly issuedToday: number;
  readonly most: number;
  /** The first month or period that it would have billed begins or ends with this day. */
  readonly earliest: Day;
  /** What happened and what to do, in a sentence or two. */
  readonly message: string;
}

export interface AccountPlan {
  readonly steps: readonly BillingStep[];
  readonly parked: ParkedAccount | null;
}

type PlanFacts = Pick<
  BillingFacts,
  "account" | "billingAnchor" | "closedThrough" | "allowances" | "sales" | "issuedToday"
>;

/**
 * The steps a run takes for an account as the books stand: the months to sell, then the periods to close for its open
 * work; or that it is parked, because a mistyped date would otherwise sell thousands of months (INV-1, INV-4).
 */
export function planAccount(facts: PlanFacts, openDays: readonly Day[], context: RunContext): AccountPlan {
  const { account, issuedToday = 0 } = facts;
  const months = monthsToInvoice(facts.allowances, facts.sales, context.through);
  const periods: BillingStep[] = [];
  let [left, closedThrough] = [openDays, facts.closedThrough];
  for (
    let next = nextPeriodOf({ ...facts, closedThrough }, left, context);
    next !== null;
    next = nextPeriodOf({ ...facts, closedThrough }, left, context)
  ) {
    const { end } = next.period;
    periods.push({ kind: "close-period", account, periodEnd: end });
    left = left.filter((on) => on >= end);
    closedThrough = next.closedThrough;
  }
  const steps = [...months, ...periods];
  const most = context.terms.billing.mostInvoicesADay;
  if (steps.length + issuedToday <= most || steps.length === 0) return { steps, parked: null };
  const earliest = steps.map(dayOf).toSorted()[0] ?? context.through;
  const { message } = rejection("ACCOUNT_PARKED", { account, steps: steps.length, issuedToday, most, earliest });
  return { steps: [], parked: { account, steps: steps.length, issuedToday, most, earliest, message } };
}

const dayOf = (step: BillingStep): Day => (step.kind === "allowance-month" ? `${step.month}-01` : step.periodEnd);
