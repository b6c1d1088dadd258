import { z } from "zod";
import { floorDivide } from "./rounding.ts";

/** A civil date as people write it, `YYYY-MM-DD`, without time zone. Compares as text. */
export const Day = z.string().refine(isDay, { error: "not a date of the calendar; write YYYY-MM-DD", abort: true });
export type Day = z.infer<typeof Day>;

/** A calendar month, `YYYY-MM`. */
export const Month = z.string().regex(/^(?!0000)\d{4}-(0[1-9]|1[0-2])$/, "a month is YYYY-MM");
export type Month = z.infer<typeof Month>;

/** Half-open: `end` is the first day after it. */
export const Period = z.object({ start: Day, end: Day }).readonly();
export type Period = z.infer<typeof Period>;

/** The first day cimpro counts; earlier work is refused as a mistake in the data. */
export const firstDay: Day = "1970-01-01";

export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 (negative before). */
export function dayNumber(day: Day): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  // Years begin in March here, so that the leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year;
  const era = floorDivide(shifted, 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = floorDivide(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + Number(day.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that is `number` days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = floorDivide(shifted, 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = floorDivide(
    dayOfEra - floorDivide(dayOfEra, 1460) + floorDivide(dayOfEra, 36_524) - floorDivide(dayOfEra, 146_096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100));
  const monthFromMarch = floorDivide(5 * dayOfYear + 2, 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return civil(year, month, dayOfYear - floorDivide(153 * monthFromMarch + 2, 5) + 1);
}

/** What was worked out of a day lies before the year 1 or after 9999: a day near either end was asked about. */
export class BeyondCalendar extends RangeError {
  override readonly name = "BeyondCalendar";

  constructor() {
    super("Days are counted in the years 1 to 9999; this day is too near to an end of them.");
  }
}

/** The date of a year, month and day of the month; the caller has checked that it exists. */
export function civil(year: number, month: number, day: number): Day {
  // Text of another length would compare wrongly with every other day.
  if (!(year >= 1 && year <= 9999)) throw new BeyondCalendar();
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  const number = dayNumber(day) + 3;
  return number - floorDivide(number, 7) * 7 + 1;
}

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const firstOfMonth = (month: Month): Day => `${month}-01`;

export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = floorDivide(count, 12);
  return civil(year, count - year * 12 + 1, 1).slice(0, 7);
}

/** The same day of the month, `months` later; where that month is too short, its last day. */
export function monthsAfter(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return civil(year, number, Math.min(Number(day.slice(8, 10)), daysInMonth(year, number)));
}

/** The month as a half-open period. */
export const monthPeriod = (month: Month): Period => ({
  start: firstOfMonth(month),
  end: firstOfMonth(addMonths(month, 1)),
});

const millisecondsPerDay = 86_400_000;

/** The civil date of an instant (milliseconds since 1970 UTC) in a time zone; only this decides what "today" is. */
export function dayInZone(epochMilliseconds: number, timeZone: string): Day {
  // The usual zone needs no calendar data, whose loading takes longer than all else that a command does.
  if (timeZone === "UTC") return dayFromNumber(floorDivide(epochMilliseconds, millisecondsPerDay));
  const parts = calendarOf(timeZone).formatToParts(epochMilliseconds);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return civil(Number(part("year")), Number(part("month")), Number(part("day")));
}

const millisecondsPerMinute = 60_000;
/** No zone is further than this from UTC. */
const widestZone = 15 * 60;

/** The first instant of a day in a time zone (milliseconds since 1970 UTC), to the minute. */
export function dayStart(day: Day, timeZone: string): number {
  const midnight = dayNumber(day) * millisecondsPerDay;
  let [before, from] = [-widestZone, widestZone];
  while (from - before > 1) {
    const between = floorDivide(before + from, 2);
    if (dayInZone(midnight + between * millisecondsPerMinute, timeZone) < day) before = between;
    else from = between;
  }
  return midnight + from * millisecondsPerMinute;
}

// Making one costs a hundred times what using it does.
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known !== undefined) return known;
  const calendar = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  calendars.set(timeZone, calendar);
  return calendar;
}

/** An IANA time zone this runtime knows. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, "not a time zone; write one such as America/New_York or UTC");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
