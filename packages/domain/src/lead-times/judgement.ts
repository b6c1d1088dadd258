import type { Holidays } from "../values/business-days.ts";
import type { Day } from "../values/day.ts";
import { ok, type Result } from "../values/result.ts";
import type { Trace } from "../values/trace.ts";
import { depositStop, movedDate, type Stop, stopsOf, type TolledDays, tolledDays, type Waits } from "./clock.ts";
import type { PremiumRequest } from "./premium-request.ts";
import { afterChange, changesThatCount, type LeadTimePromise, promisedAtApproval } from "./promise.ts";
import { changeStep, clockSteps, depositSteps, milestoneStep, uncountedStep } from "./settlement-trace.ts";
import type { ChangeOrderEffect, LeadTimeTerms } from "./terms.ts";
import { type DueDates, type Verdict, verdictOn } from "./verdict.ts";

/** What a lead time was promised for and what became of it, whatever minutes carry its premium. */
export type LeadTimeHistory = Omit<PremiumRequest, "minutes">;

/** Whether a lead time was met, and what that rests on. */
export interface LeadTimeJudgement {
  /** As the change orders that count left it. */
  readonly promise: LeadTimePromise;
  readonly dueDates: DueDates;
  /** The stopped days after the approval, up to and with the moved expedited date. */
  readonly tolledDays: readonly TolledDays[];
  readonly verdict: Verdict;
  /** Minutes of the change orders that count and are never credited: none under `lapse` (LEAD-5). */
  readonly keptMinutes: number;
  readonly trace: Trace;
}

/** When the clock of a lead time stands still: its waits and stoppages, and the days before it started (LEAD-6, LEAD-7). */
export const stopsOfHistory = (
  history: LeadTimeHistory,
  terms: Pick<LeadTimeTerms, "clientResponseBusinessDays">,
  holidays: Holidays,
): readonly Stop[] => [
  ...stopsOf(history, terms, holidays),
  ...depositStop(history.approvedOn ?? history.startedOn, history.startedOn, holidays),
];

/** Judges a lead time on its moved dates (LEAD-5, LEAD-6, LEAD-7); refused where a change order shortens a date. */
export function judgeLeadTime(
  history: LeadTimeHistory,
  terms: { readonly leadTimes: LeadTimeTerms; readonly holidays: readonly Day[] },
): Result<LeadTimeJudgement> {
  const effect = history.changeOrderEffect ?? terms.leadTimes.changeOrderEffect;
  const delivered = promiseAtDelivery(history, effect);
  if (!delivered.ok) return delivered;
  const { promise, changeOrderMinutes, steps } = delivered.value;

  const holidays = new Set([...terms.holidays, ...history.holidays]);
  const stops = stopsOfHistory(history, terms.leadTimes, holidays);
  const approvedOn = history.approvedOn ?? history.startedOn;
  const expedited = movedDate(promise.expedited, stops, holidays);
  const dueDates = promise.rush ? { rush: movedDate(promise.rush, stops, holidays), expedited } : { expedited };
  const waited = depositSteps(approvedOn, history.startedOn, holidays);
  const tolled = tolledDays(approvedOn, expedited, stops, holidays);
  return ok({
    promise,
    dueDates,
    tolledDays: tolled,
    verdict: verdictOn(history, dueDates, promise.guaranteed),
    keptMinutes: effect === "exclude" ? changeOrderMinutes : 0,
    trace: [
      ...steps,
      ...waited,
      ...clockSteps(promise, dueDates, tolled, hasWaits(history) || waited.length > 0),
      milestoneStep(history.deliveredOn, dueDates, terms.leadTimes.deliveryMilestone),
    ],
  });
}

const hasWaits = ({ clientWaits, productWaits, stoppages }: Waits): boolean =>
  clientWaits.length + productWaits.length + stoppages.length > 0;

interface DeliveredPromise {
  readonly promise: LeadTimePromise;
  /** The minutes of the change orders that count. */
  readonly changeOrderMinutes: number;
  readonly steps: Trace;
}

/** The promise as the change orders that count left it, or why one of them cannot be (LEAD-5). */
function promiseAtDelivery(history: LeadTimeHistory, effect: ChangeOrderEffect): Result<DeliveredPromise> {
  const { startedOn, approvedOn = startedOn, deliveredOn, changeOrders } = history;
  const counting = changesThatCount(changeOrders, approvedOn, deliveredOn);
  const steps = changeOrders.filter((change) => !counting.includes(change)).map(uncountedStep);
  let promise = promisedAtApproval(approvedOn, history);
  for (const change of counting) {
    const changed = afterChange(promise, change, effect);
    if (!changed.ok) return changed;
    steps.push(changeStep(change, promise, changed.value));
    promise = changed.value;
  }
  const changeOrderMinutes = counting.reduce((sum, change) => sum + (change.minutes ?? 0), 0);
  return ok({ promise, changeOrderMinutes, steps });
}
