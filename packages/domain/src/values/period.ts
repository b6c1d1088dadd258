import { addDays, type Day, dayFromNumber, dayNumber, type Period } from "./day.ts";
import { floorDivide } from "./rounding.ts";

/** The period of the billing grid that `day` lies in: the grid runs both ways from its anchor (INV-1). */
export function periodOf(day: Day, anchor: Day, lengthDays: number): Period {
  const origin = dayNumber(anchor);
  const start = origin + floorDivide(dayNumber(day) - origin, lengthDays) * lengthDays;
  return { start: dayFromNumber(start), end: dayFromNumber(start + lengthDays) };
}

/** The last day of a half-open period. */
export const lastDayOf = (period: Period): Day => addDays(period.end, -1);
