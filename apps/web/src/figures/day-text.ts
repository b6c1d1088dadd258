import { type Day, isDay, lastDayOf, type Month, type Period } from "@cimpro/domain";
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

/**
 * A day as people type it: `2025-11-03`, `3 Nov`, `Nov 3, 2025`, `Mon 3 Nov 2025`, or as the reader's locale writes it
 * in figures (`11/3/2025`, `3/11/2025`, `3.11.2025`); without a year, this one's. Null when it is none.
 */
export function parseDay(text: string, today: Day): Day | null {
  const said = text.trim();
  if (isDay(said)) return said;
  const words = said.match(/[a-zà-ÿ]+|\d+/gi) ?? [];
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const month = words.map(monthNamed).find((number) => number !== undefined);
  const parts = month === undefined ? inFigures(numbers) : { day: numbers[0], month: String(month), year: numbers[1] };
  if (parts === null || numbers.length > (month === undefined ? 3 : 2)) return null;
  const year = parts.year ?? today.slice(0, 4);
  const day = `${year}-${(parts.month ?? "").padStart(2, "0")}-${(parts.day ?? "").padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

/** The month a word names: `Nov`, `november`. */
function monthNamed(word: string): number | undefined {
  const said = word.toLowerCase();
  if (said.length < 3) return undefined;
  const names = (style: "long" | "short") =>
    months.map((month) => written(month, { timeZone: "UTC", month: style }).toLowerCase());
  const at = names("long").findIndex((name) => name.startsWith(said));
  const known = at >= 0 ? at : names("short").findIndex((name) => name.replaceAll(".", "") === said);
  return known >= 0 ? known + 1 : undefined;
}

const months = Array.from({ length: 12 }, (_, at) => `2000-${String(at + 1).padStart(2, "0")}-01`) as Day[];

/** Day, month and year in the order of the reader's locale. */
function inFigures(numbers: readonly string[]): { day?: string; month?: string; year?: string } | null {
  if (numbers.length < 2) return null;
  const order = formatOf({ timeZone: "UTC", dateStyle: "short" })
    .formatToParts(new Date("2000-01-02"))
    .flatMap(({ type }) => (type === "day" || type === "month" || type === "year" ? [type] : []));
  const asked = numbers.length === 2 ? order.filter((type) => type !== "year") : order;
  const parts = Object.fromEntries(asked.map((type, at) => [type, numbers[at]]));
  return parts.year !== undefined && parts.year.length === 2 ? { ...parts, year: `20${parts.year}` } : parts;
}
