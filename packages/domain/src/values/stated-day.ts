import { type Day, firstDay, monthsAfter } from "./day.ts";
import { rejection } from "./rejection.ts";
import { ok, type Result, refused } from "./result.ts";

/** How far ahead of today anything may be stated: promises, ends of agreements, days without work. */
const furthestAheadMonths = 120;

/**
 * A day that somebody states, of whatever it is: one before 1970, or more than ten years ahead of today, can only be
 * mistyped and is refused. What is stated of work that was done keeps narrower bounds (`checkWorkDate`).
 */
export function checkStatedDay(on: Day, today: Day, of = "day"): Result<Day> {
  const latest = monthsAfter(today, furthestAheadMonths);
  return on < firstDay || on > latest
    ? refused(rejection("DATE_OUT_OF_RANGE", { of, on, earliest: firstDay, latest }))
    : ok(on);
}

/** How far from today most days are meant; what lies further is asked about, or remarked on, and may be right. */
const usual = { backMonths: 3, aheadMonths: 15 } as const;

/** Whether a day lies so far from today that its year or month may be mistyped. */
export function farFromToday(on: Day, today: Day): "back" | "ahead" | null {
  if (on < monthsAfter(today, -usual.backMonths)) return "back";
  return on > monthsAfter(today, usual.aheadMonths) ? "ahead" : null;
}
