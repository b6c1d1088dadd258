import { addDays, type Day } from "../values/day.ts";
import { type Minutes, minutesPerDay } from "../values/duration.ts";
import { floorDivide } from "../values/rounding.ts";
import type { ReadMinutes } from "./import-amount.ts";
import type { Began } from "./import-when.ts";

/** The minutes of one day of an entry that lasted longer than a day. */
export interface DayPart {
  readonly on: Day;
  readonly minutes: Minutes;
}

const mostDays = 366;

/**
 * The days of time that is longer than one day: up to midnight on the first where it is known when it began, else a whole day;
 * whole days after it; the rest on the last. They add up to the whole. Null for what fits into a day, or into no year.
 */
export function daysOf({ on, seconds }: Pick<Began, "on" | "seconds">, read: ReadMinutes): readonly DayPart[] | null {
  if (read.ok || !("minutes" in read) || read.minutes === undefined) return null;
  const untilMidnight = minutesPerDay - floorDivide(seconds ?? 0, 60);
  const parts: DayPart[] = [];
  for (let left = read.minutes; left > 0; ) {
    if (parts.length === mostDays) return null;
    const minutes = Math.min(left, parts.length === 0 && untilMidnight > 0 ? untilMidnight : minutesPerDay);
    parts.push({ on: addDays(on, parts.length), minutes });
    left -= minutes;
  }
  return parts;
}
