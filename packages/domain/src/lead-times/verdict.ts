import type { Day } from "../values/day.ts";
import type { PremiumRequest } from "./premium-request.ts";

/** The dates that count: after change orders replaced them and stopped days moved them. */
export interface DueDates {
  /** Only for a rush lead time. */
  readonly rush?: Day | undefined;
  readonly expedited: Day;
}

/** What follows for the premium, whether a person must still decide it, and at which premium its minutes are settled. */
export interface Verdict {
  readonly outcome: "met" | "downgraded" | "credited" | "lapsed";
  readonly decision: "automatic" | "proposed";
  readonly settledAt: "expedited" | "rush" | "nothing";
  readonly clause: string;
  readonly what: string;
}

/** Met is judged first, so that nothing turns a met lead time into a missed one; then whether the guarantee holds (LEAD-7). */
export function verdictOn(
  { leadTime, deliveredOn }: Pick<PremiumRequest, "leadTime" | "deliveredOn">,
  due: DueDates,
  guaranteed: boolean,
): Verdict {
  if (deliveredOn <= (due.rush ?? due.expedited))
    return {
      outcome: "met",
      decision: "automatic",
      settledAt: leadTime,
      clause: "LEAD-7",
      what: "The lead time was met: the premium is due",
    };
  if (!guaranteed)
    return {
      outcome: "lapsed",
      decision: "automatic",
      settledAt: leadTime,
      clause: "LEAD-7",
      what: "Missed after a change order ended the guarantee: the premium is due in full",
    };
  if (leadTime === "expedited")
    return {
      outcome: "credited",
      decision: "automatic",
      settledAt: "nothing",
      clause: "LEAD-3",
      what: "Expedited was missed: the premium is credited",
    };
  return deliveredOn <= due.expedited
    ? {
        outcome: "downgraded",
        decision: "proposed",
        settledAt: "expedited",
        clause: "LEAD-4",
        what: "Rush was missed and expedited met: the premium may be downgraded",
      }
    : {
        outcome: "credited",
        decision: "proposed",
        settledAt: "nothing",
        clause: "LEAD-4",
        what: "Rush and expedited were missed: the premium may be credited",
      };
}
