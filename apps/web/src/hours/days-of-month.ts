import { type Day, lastDayOf, type Month, monthPeriod } from "@cimpro/domain";

/** The first and the last day of a month. */
export function daysOfMonth(month: Month): { readonly from: Day; readonly to: Day } {
  const period = monthPeriod(month);
  return { from: period.start, to: lastDayOf(period) };
}
