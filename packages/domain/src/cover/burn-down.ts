import type { Day } from "../values/day.ts";
import type { AllowanceBalance } from "./balance.ts";
import type { Pace, RunOut } from "./run-out.ts";

/** What is left of an account's allowances at the end of one day. */
export interface BurnDownPoint {
  readonly on: Day;
  readonly remainingMinutes: number;
}

export interface BurnDown {
  readonly points: readonly BurnDownPoint[];
  /** The day the hours ran out, or will if work goes on at its pace; null when they will not, or when nobody can say. */
  readonly runOutOn: Day | null;
  readonly forecast: RunOut;
  readonly pace: Pace;
}

/** The total of the balances of one day. */
export const remainingOf = (balances: readonly AllowanceBalance[]): number =>
  balances.reduce((sum, { remainingMinutes }) => sum + remainingMinutes, 0);

/** Hours left day by day, and what becomes of them if work goes on at its pace. */
export function burnDown(points: readonly BurnDownPoint[], forecast: RunOut, pace: Pace): BurnDown {
  return { points, runOutOn: runOutDay(points, forecast, pace), forecast, pace };
}

function runOutDay(points: readonly BurnDownPoint[], forecast: RunOut, pace: Pace): Day | null {
  if (forecast.kind === "runs-out") return forecast.on;
  // Hours that only lapsed did not run out.
  if (forecast.kind !== "none-left" || pace.minutes === 0) return null;
  const ranOut = points[points.findLastIndex(({ remainingMinutes }) => remainingMinutes > 0) + 1];
  return ranOut?.on ?? points.at(-1)?.on ?? null;
}
