import { type Day, type DayHabits, isDay, lastDayOf, type Month, type Period, plainHabits } from "@cimpro/domain";
import { dayLocale } from "./locale.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it, and a page says hundreds of dates. */
function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${dayLocale()} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(dayLocale(), options);
  formats.set(key, known);
  return known;
}

const dayOptions = { timeZone: "UTC", day: "numeric", month: "short" } as const;

/** As the locale writes it, but for the comma after a weekday, which only makes a dense page busier. */
const written = (day: Day, options: Intl.DateTimeFormatOptions): string =>
  formatOf(options)
    .formatToParts(new Date(day))
    .map(({ type, value }, at, parts) => (type === "literal" && parts[at - 1]?.type === "weekday" ? " " : value))
    .join("");

/** `Mon`. */
export const weekdayName = (day: Day): string => written(day, { timeZone: "UTC", weekday: "short" });

/** `Mon 3 Nov`, `Mon, Nov 3`: by the reader's locale, with the year if it is not this year's. */
export const formatDay = (day: Day, today: Day): string =>
  written(day, {
    ...dayOptions,
    weekday: "short",
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
  });

/** The same with the year, as the pattern that date fields write by: `ddd D MMM YYYY`, `ddd MMM D, YYYY`. */
export const dayPattern = (): string =>
  formatOf({ ...dayOptions, weekday: "short", year: "numeric" })
    .formatToParts(new Date("2000-01-02"))
    .map(({ type, value }, at, parts) => {
      if (type === "weekday") return "ddd";
      if (type === "day") return value === "02" ? "DD" : "D";
      if (type === "month") return "MMM";
      if (type === "year") return "YYYY";
      return parts[at - 1]?.type === "weekday" ? " " : value.replace(/\p{L}+/gu, "[$&]");
    })
    .join("");

/** `3 Nov`: for axes and narrow columns. */
export const formatShortDay = (day: Day): string => written(day, dayOptions);

/** `Mon 3 Nov – Sun 16 Nov`: people read the last day as part of the period. */
export function formatPeriod(period: Period, today: Day): string {
  const last = lastDayOf(period);
  const sameYear = period.start.slice(0, 4) === last.slice(0, 4);
  const start = sameYear ? formatDay(period.start, period.start) : formatDay(period.start, today);
  return `${start} – ${formatDay(last, today)}`;
}

/** `Nov 2025`. */
export const formatMonth = (month: Month): string =>
  written(`${month}-01`, { timeZone: "UTC", month: "short", year: "numeric" });

/** A sentence with the days it names as people read them. */
export const withDays = (sentence: string, today: Day): string =>
  sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isDay(day) ? formatDay(day, today) : day));

/** An instant as the practice's clock showed it: `2025-11-03 09:15`. */
export function formatInstant(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return format.format(new Date(instant));
}

/** How the reader's locale writes dates, and what its months and days are called. */
export function dayHabits(): DayHabits {
  const order = formatOf({ timeZone: "UTC", dateStyle: "short" })
    .formatToParts(new Date("2000-01-02"))
    .flatMap(({ type }) => (type === "day" || type === "month" || type === "year" ? [type] : []));
  const names = (days: readonly Day[], what: "month" | "weekday", plain: DayHabits["months"]) =>
    days.map((day, at) => [
      ...(["long", "short"] as const).map((style) => written(day, { timeZone: "UTC", [what]: style })),
      ...(plain[at] ?? []),
    ]);
  return {
    order,
    months: names(months, "month", plainHabits.months),
    weekdays: names(weekdays, "weekday", plainHabits.weekdays),
  };
}

const months = Array.from({ length: 12 }, (_, at) => `2000-${String(at + 1).padStart(2, "0")}-01`);
/** From a Monday on. */
const weekdays = Array.from({ length: 7 }, (_, at) => `2000-01-${String(at + 3).padStart(2, "0")}`);
