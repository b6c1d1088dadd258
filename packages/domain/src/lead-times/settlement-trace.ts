import { businessDaysBetween, type Holidays } from "../values/business-days.ts";
import type { Day } from "../values/day.ts";
import type { RatePerHour } from "../values/money.ts";
import type { Trace, TraceStep } from "../values/trace.ts";
import type { StopOwner, TolledDays } from "./clock.ts";
import type { PremiumLine, SettledLine } from "./premium-line.ts";
import type { LeadTimeChange, LeadTimePromise } from "./promise.ts";
import type { LeadTimeTerms } from "./terms.ts";
import type { DueDates, Verdict } from "./verdict.ts";

/** What was charged (LEAD-2). */
export const chargeSteps = (leadTime: string, { minutes, ratePerHour, amount }: PremiumLine): Trace => [
  { clause: "LEAD-2", what: `Premium for ${leadTime} lead time`, ratePerHour },
  { clause: "RATE-5", what: "Minutes × rate, rounded once", minutes, ratePerHour, amount },
];

/** What a change order that counts made of the promise (LEAD-5). */
export function changeStep(change: LeadTimeChange, before: LeadTimePromise, after: LeadTimePromise): TraceStep {
  const { on, newExpeditedBy, newRushBy } = change;
  if (newExpeditedBy === undefined) {
    const ended = after.guaranteed ? "leaves the guarantee as it is" : "states no new dates, so there is no guarantee";
    return { clause: "LEAD-5", what: `Change order ${ended}`, facts: { on } };
  }
  return {
    clause: "LEAD-5",
    what: before.guaranteed ? "Change order replaces the dates" : "Change order states dates and renews the guarantee",
    facts: { on, expeditedBy: newExpeditedBy, ...(newRushBy === undefined ? {} : { rushBy: newRushBy }) },
  };
}

/** A change order that was not approved between the SOW's approval and the delivery (LEAD-5). */
export const uncountedStep = ({ on }: LeadTimeChange): TraceStep => ({
  clause: "LEAD-5",
  what: "Change order does not count: it was approved before the SOW or after the delivery",
  facts: { on },
});

/** The days between the SOW's approval and the start of the clock; nothing where there is none (LEAD-7). */
export const depositSteps = (approvedOn: Day, startedOn: Day, holidays: Holidays): Trace => {
  const businessDays = businessDaysBetween(approvedOn, startedOn, holidays);
  return businessDays === 0
    ? []
    : [
        {
          clause: "LEAD-7",
          what: "Days that waited for the deposit are the client's",
          facts: { after: approvedOn, to: startedOn, businessDays },
        },
      ];
};

/** How stopped days moved the dates; nothing where nothing could have stopped one (LEAD-6). */
export function clockSteps(
  { rush, expedited }: LeadTimePromise,
  dueDates: DueDates,
  tolled: readonly TolledDays[],
  hasWaits: boolean,
): Trace {
  if (!hasWaits) return [];
  const moves = [
    ...(rush === undefined || dueDates.rush === undefined ? [] : [{ name: "Rush", ...rush, due: dueDates.rush }]),
    { name: "Expedited", ...expedited, due: dueDates.expedited },
  ];
  return [
    ...tolled.map(({ whose, ...days }) => ({ clause: "LEAD-6", what: reasons[whose], facts: days })),
    ...moves.map(({ name, by, since, due }) => ({
      clause: "LEAD-6",
      what: `${name} date ${due === by ? "stands: no day up to it was stopped" : "moved by the days stopped"}`,
      facts: { clockSince: since, stated: by, due },
    })),
  ];
}

const reasons: Readonly<Record<StopOwner, string>> = {
  stoppage: "Work was stopped for non-payment",
  product: "Work waited for the product team",
  client: "Work waited on the client",
};

/** Whether the milestone was reached in time (LEAD-7). */
export function milestoneStep(
  deliveredOn: Day,
  { rush, expedited }: DueDates,
  milestone: LeadTimeTerms["deliveryMilestone"],
): TraceStep {
  const dates = { ...(rush === undefined ? {} : { rushBy: rush }), expeditedBy: expedited };
  const timing = deliveredOn <= (rush ?? expedited) ? "in time" : "late";
  return { clause: "LEAD-7", what: `${milestones[milestone]} ${timing}`, facts: { on: deliveredOn, ...dates } };
}

const milestones: Readonly<Record<LeadTimeTerms["deliveryMilestone"], string>> = {
  uat: "Handed over for customer testing",
  published: "Published",
};

/** What follows, and where something is credited, from which minutes and to what amounts (LEAD-3, LEAD-4). */
export function consequenceSteps(
  { outcome, clause, what }: Verdict,
  { minutes, ratePerHour, keptMinutes = 0 }: PremiumLine,
  settledRate: RatePerHour,
  { due, credit }: SettledLine,
): Trace {
  if (outcome === "met" || outcome === "lapsed") return [{ clause, what, minutes, ratePerHour, amount: due }];
  const kept = "Change orders' own minutes are never credited";
  const recomputed = "Due at the settled rate, rounded; the rest is the credit";
  return [
    { clause, what, minutes: minutes - keptMinutes, ratePerHour: settledRate },
    ...(keptMinutes === 0 ? [] : [{ clause: "LEAD-5", what: kept, minutes: keptMinutes, ratePerHour }]),
    { clause: "LEAD-4", what: recomputed, amount: due, facts: { credit } },
  ];
}
