import type { Day } from "../values/day.ts";
import { ok, type Result } from "../values/result.ts";
import type { Trace } from "../values/trace.ts";
import { movedDate, stopsOf, type TolledDays, tolledDays } from "./clock.ts";
import type { PremiumRequest } from "./premium-request.ts";
import { afterChange, changesThatCount, type LeadTimePromise, promisedAtStart } from "./promise.ts";
import { changeStep, clockSteps, milestoneStep, uncountedStep } from "./settlement-trace.ts";
import type { ChangeOrderEffect, LeadTimeTerms } from "./terms.ts";
import { type DueDates, type Verdict, verdictOn } from "./verdict.ts";

/** What a lead time was promised for and what became of it, whatever minutes carry its premium. */
export type LeadTimeHistory = Omit<PremiumRequest, "minutes">;

/** Whether a lead time was met, and what that rests on. */
export interface LeadTimeJudgement {
  /** As the change orders that count left it. */
  readonly promise: LeadTimePromise;
  readonly dueDates: DueDates;
  /** The stopped days after the start, up to and with the moved expedited date. */
  readonly tolledDays: readonly TolledDays[];
  readonly verdict: Verdict;
  /** Minutes of the change orders that count and are never credited: none under `lapse` (LEAD-5). */
  readonly keptMinutes: number;
  readonly trace: Trace;
}

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
  const stops = stopsOf(history, terms.leadTimes, holidays);
  const expedited = movedDate(promise.expedited, stops, holidays);
  const dueDates = promise.rush ? { rush: movedDate(promise.rush, stops, holidays), expedited } : { expedited };
  const tolled = tolledDays(history.startedOn, expedited, stops, holidays);
  return ok({
    promise,
    dueDates,
    tolledDays: tolled,
    verdict: verdictOn(history, dueDates, promise.guaranteed),
    keptMinutes: effect === "exclude" ? changeOrderMinutes : 0,
    trace: [
      ...steps,
      ...clockSteps(history, promise, dueDates, tolled),
      milestoneStep(history.deliveredOn, dueDates, terms.leadTimes.deliveryMilestone),
    ],
  });
}

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
  let promise = promisedAtStart(startedOn, history);
  for (const change of counting) {
    const changed = afterChange(promise, change, effect, startedOn);
    if (!changed.ok) return changed;
    steps.push(changeStep(change, promise, changed.value));
    promise = changed.value;
  }
  const changeOrderMinutes = counting.reduce((sum, change) => sum + (change.minutes ?? 0), 0);
  return ok({ promise, changeOrderMinutes, steps });
}
