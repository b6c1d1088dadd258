import { addDays, type Day, daysBetween, type Period } from "../values/day.ts";
import { periodOf } from "../values/period.ts";
import { floorDivide } from "../values/rounding.ts";
import type { BillingTerms } from "./terms.ts";

/** The next period to close for an account and how far the books are closed after it. */
export interface NextPeriod {
  readonly period: Period;
  /** The first day that stays open: the start of the next period with work, or of the first that may not close yet. */
  readonly closedThrough: Day;
  /** How many periods of the grid that closes, empty ones included. */
  readonly periods: number;
}

/** What decides which period closes next. */
export interface PeriodQuestion {
  /** Work dates with open minutes, ascending. */
  readonly openDays: readonly Day[];
  readonly closedThrough: Day | null;
  readonly anchor: Day;
  /** The last day of the run, inclusive. */
  readonly through: Day;
}

/**
 * The earliest period that a run must close because open work falls into it, or null when there is none. Work dated in
 * closed periods is late: it joins the next period that closes (INV-1).
 */
export function nextPeriod(question: PeriodQuestion, terms: Pick<BillingTerms, "periodDays">): NextPeriod | null {
  const { openDays, closedThrough, anchor, through } = question;
  const grid = (day: Day): Period => periodOf(day, anchor, terms.periodDays);
  const earliest = openDays[0];
  if (earliest === undefined) return null;
  const period = grid(closedThrough !== null && closedThrough > earliest ? closedThrough : earliest);
  const limit = grid(addDays(through, 1)).start;
  if (period.end > limit) return null;
  const upcoming = openDays.find((day) => day >= period.end);
  const quiet = upcoming === undefined ? limit : grid(upcoming).start;
  const end = quiet < limit ? quiet : limit;
  return { period, closedThrough: end, periods: floorDivide(daysBetween(period.start, end), terms.periodDays) };
}
