import { addDays, type Day } from "@cimpro/domain";

/**
 * The days at which a burn-down is looked at, of so many from one on: a week at a time is enough for the line, but for
 * the turn of a month, where a grant ends and the next begins at once; the first and the last day are always there.
 */
export function daysOfLine(from: Day, days: number): readonly Day[] {
  const all = Array.from({ length: days }, (_, at) => addDays(from, at));
  return all.filter((day, at) => at % 7 === 0 || at === days - 1 || isFirst(day) || isFirst(addDays(day, 1)));
}

const isFirst = (day: Day): boolean => day.endsWith("-01");
