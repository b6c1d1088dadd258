import { addDays, businessDayAfter, lastBusinessDay } from "@cimpro/domain";

/** The built-in policy, which the demo goes by, names no holidays. */
const holidays: ReadonlySet<string> = new Set();

/**
 * The day that lies so many business days before the present one, or after it if the number is negative: told this way
 * every clock of the demo ends alike, whatever day it is.
 */
export function businessDaysBefore(today: string, count: number): string {
  let day = lastBusinessDay(today, holidays);
  if (count < 0) return businessDayAfter(day, -count, holidays);
  for (let left = count; left > 0; left -= 1) day = lastBusinessDay(addDays(day, -1), holidays);
  return day;
}
