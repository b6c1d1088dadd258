import { addDays, type Day, daysBetween } from "../values/day.ts";
import { floorDivide } from "../values/rounding.ts";
import type { AllowanceBalance } from "./balance.ts";

/** What is left of an account's allowances at the end of one day. */
export interface BurnDownPoint {
  readonly on: Day;
  readonly remainingMinutes: number;
}

export interface BurnDown {
  readonly points: readonly BurnDownPoint[];
  /** The day the hours ran out, or will if they go on being used as in the days shown; null when they are not being used. */
  readonly runOutOn: Day | null;
}

/** The total of the balances of one day. */
export const remainingOf = (balances: readonly AllowanceBalance[]): number =>
  balances.reduce((sum, { remainingMinutes }) => sum + remainingMinutes, 0);

/**
 * Hours left day by day, and a forecast at the average use of the days shown. `usedMinutes` is what was used
 * from the first point to the last; lapsed hours are no use. A forecast only.
 */
export function burnDown(points: readonly BurnDownPoint[], usedMinutes: number): BurnDown {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || usedMinutes <= 0) return { points, runOutOn: null };
  if (last.remainingMinutes <= 0) {
    const ranOut = points[points.findLastIndex(({ remainingMinutes }) => remainingMinutes > 0) + 1];
    return { points, runOutOn: ranOut?.on ?? last.on };
  }
  const days = Math.max(1, daysBetween(first.on, last.on));
  // Rounded up: hours that last into a day run out on that day.
  const daysLeft = floorDivide(last.remainingMinutes * days + usedMinutes - 1, usedMinutes);
  return { points, runOutOn: daysLeft > 3660 ? null : addDays(last.on, daysLeft) };
}
