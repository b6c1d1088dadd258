import type { RatedMinutes } from "../deliverables/deposit.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { amountFor, type Cents, type RatePerHour } from "../values/money.ts";
import type { RunTerms } from "./terms.ts";

/** Minutes that are not invoiced yet. */
export interface UnbilledTime {
  readonly on: Day;
  readonly minutes: Minutes;
  /** The rate that a SOW froze; without one it is the standard rate of the day (RATE-3). */
  readonly ratePerHour?: RatePerHour | null;
  /** The premiums that will be invoiced with it (LEAD-2). */
  readonly premium?: readonly RatedMinutes[];
}

/**
 * What open minutes would be invoiced at, each at its SOW's rate or the rate of its work date, with the premium, rounded
 * once per rate (RATE-2, RATE-3, RATE-5). An outlook for screens: lines may split it further and differ by cents.
 */
export function unbilledAmount(open: readonly UnbilledTime[], rateOn: RunTerms["rateOn"]): Cents {
  const minutesByRate = new Map<string, { readonly rate: RatePerHour; minutes: Minutes }>();
  const add = (kind: "labor" | "premium", rate: RatePerHour, minutes: Minutes): void => {
    const key = `${kind} ${rate}`;
    const sum = minutesByRate.get(key) ?? { rate, minutes: 0 };
    sum.minutes += minutes;
    minutesByRate.set(key, sum);
  };
  for (const { on, minutes, ratePerHour, premium = [] } of open) {
    add("labor", ratePerHour ?? rateOn(on).ratePerHour, minutes);
    for (const part of premium) add("premium", part.ratePerHour, part.minutes);
  }
  return [...minutesByRate.values()].reduce((sum, { rate, minutes }) => sum + amountFor(minutes, rate), 0);
}
