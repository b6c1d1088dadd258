import { addDays, type Day, dayFromNumber, dayNumber, weekday } from "./day.ts";
import { floorDivide } from "./rounding.ts";

/** The days that are no business days beside Saturdays and Sundays. */
export type Holidays = ReadonlySet<Day>;

const isWeekday = (day: Day): boolean => weekday(day) <= 5;

/** Monday to Friday, less the holidays (REQ-1, LEAD-6). */
export const isBusinessDay = (day: Day, holidays: Holidays): boolean => isWeekday(day) && !holidays.has(day);

/** How many business days lie in `(from, to]`: after `from`, up to and with `to`; none when `to` is not later. */
export function businessDaysBetween(from: Day, to: Day, holidays: Holidays): number {
  if (to <= from) return 0;
  let count = weekdaysThrough(to) - weekdaysThrough(from);
  for (const holiday of holidays) if (from < holiday && holiday <= to && isWeekday(holiday)) count -= 1;
  return count;
}

/** The first day by which `count` business days have passed after `day`; `day` itself when none need pass. */
export function businessDayAfter(day: Day, count: number, holidays: Holidays): Day {
  let reached = day;
  // Each round makes up for the holidays that the one before ran into.
  for (let left = count; left > 0; left = count - businessDaysBetween(day, reached, holidays))
    reached = weekdayNumbered(weekdaysThrough(reached) + left);
  return reached;
}

/** The first business day after `day`. */
export const nextBusinessDay = (day: Day, holidays: Holidays): Day => businessDayAfter(day, 1, holidays);

/** The latest business day up to and with `day`. */
export function lastBusinessDay(day: Day, holidays: Holidays): Day {
  let last = day;
  while (!isBusinessDay(last, holidays)) last = addDays(last, -1);
  return last;
}

/** From 1970-01-01, a Thursday, back to the Monday that weekdays are numbered from. */
const daysSinceMonday = 3;

/** The number of the day's weekday, where Monday 1969-12-29 is the first; a Saturday or Sunday has that of its Friday. */
function weekdaysThrough(day: Day): number {
  const days = dayNumber(day) + daysSinceMonday;
  const weeks = floorDivide(days, 7);
  return weeks * 5 + Math.min(days - weeks * 7 + 1, 5);
}

/** The weekday with that number. */
function weekdayNumbered(number: number): Day {
  const weeks = floorDivide(number - 1, 5);
  return dayFromNumber(weeks * 7 + (number - 1 - weeks * 5) - daysSinceMonday);
}
