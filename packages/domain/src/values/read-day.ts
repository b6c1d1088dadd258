import { addDays, type Day, daysBetween, daysInMonth, isDay, weekday } from "./day.ts";

/** In which order somebody writes a date in figures, and what months and days of the week are called where they live. */
export interface DayHabits {
  readonly order: readonly DayPart[];
  /** January to December, each in every way it is written. */
  readonly months: readonly (readonly string[])[];
  /** Monday to Sunday, each in every way it is written. */
  readonly weekdays: readonly (readonly string[])[];
}

export type DayPart = "day" | "month" | "year";

export type ReadDay = { readonly ok: true; readonly day: Day } | { readonly ok: false; readonly message: string };

const named = (names: string): readonly (readonly string[])[] => names.split(" ").map((name) => [name]);

/** How dates are read where nothing else is said: English names, the day before the month. */
export const plainHabits: DayHabits = {
  order: ["day", "month", "year"],
  months: named("January February March April May June July August September October November December"),
  weekdays: named("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
};

/**
 * A day as people type it; what the command line and every date field share. `2025-11-03`, `3 Nov`, `Nov 3, 2025`,
 * `Mon 3 Nov`; `24.11.`, `3.11.25` (with dots the day comes first); `3/11/2025` in the reader's order; `today`,
 * `yesterday`, `tomorrow`; `-1`, `-3d`, `+2w`; `friday` and `last friday` (the last one before today), `next friday`.
 * A date without a year is the one nearest to today.
 */
export function readDay(text: string, today: Day, habits: DayHabits = plainHabits): ReadDay {
  const said = text.trim().toLowerCase().replace(/\s+/g, " ");
  if (said === "") return fault("write a date");
  if (isDay(said)) return { ok: true, day: said };
  const parts = relativeDay(said, today, habits) ?? partsOf(said, habits);
  if (parts === null) return fault(`“${brief(text)}” is not a date; write 2025-11-24, 24 Nov, yesterday or -1`);
  return typeof parts === "string" ? { ok: true, day: parts } : dayOf(parts, today, habits);
}

interface SaidParts {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

const fault = (message: string): ReadDay => ({ ok: false, message });

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text.trim());

const dayWords: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);

/** A day said by how far it is from today. */
function relativeDay(said: string, today: Day, { weekdays }: DayHabits): Day | null {
  const away = dayWords.get(said);
  if (away !== undefined) return addDays(today, away);
  const [, sign = "", count = "", unit = "d"] = /^([-+−])\s?(\d{1,4}) ?(d|days?|w|weeks?)?$/.exec(said) ?? [];
  if (sign !== "") {
    const days = Number(count) * (unit.startsWith("w") ? 7 : 1);
    const day = addDays(today, sign === "+" ? days : -days);
    return isDay(day) ? day : null;
  }
  const [, which = "last", name = ""] = /^(?:(last|next) )?(\p{L}+)\.?$/u.exec(said) ?? [];
  const wanted = placeOf(name, weekdays);
  if (wanted === null) return null;
  const ahead = wanted - weekday(today);
  if (which === "next") return addDays(today, ahead > 0 ? ahead : ahead + 7);
  return addDays(today, ahead < 0 ? ahead : ahead - 7);
}

/** The place, from 1, of what a word names in full or by its first three letters or more; null when it names none. */
function placeOf(word: string, names: readonly (readonly string[])[]): number | null {
  if (word === "") return null;
  const spelled = names.map((ways) => ways.map((way) => way.toLowerCase().replaceAll(".", "")));
  const whole = spelled.findIndex((ways) => ways.includes(word));
  const begun =
    whole >= 0 || word.length < 3 ? whole : spelled.findIndex((ways) => ways.some((w) => w.startsWith(word)));
  return begun < 0 ? null : begun + 1;
}

/** Day, month and year out of figures, or figures and the name of a month; null when it is no date at all. */
function partsOf(said: string, habits: DayHabits): SaidParts | null {
  const [words, figures] = [said.match(/\p{L}+/gu) ?? [], said.match(/\d+/g) ?? []];
  if (/[^\p{L}\p{M}\d\s.,/-]/u.test(said) || figures.some(({ length }) => length > 4)) return null;
  const months = words.map((word) => placeOf(word, habits.months)).filter((place) => place !== null);
  const [month] = months;
  const others = words.length - months.length;
  if (month === undefined) return others > weekdaysIn(words, habits) ? null : inFigures(said, figures, habits);
  if (months.length > 1 || others > weekdaysIn(words, habits) + ordinalsIn(said)) return null;
  const [first, second] = figures;
  if (first === undefined || figures.length > 2) return null;
  if (second !== undefined && first.length > 2) return { day: Number(second), month, year: yearOf(first) };
  return first.length > 2 ? null : { day: Number(first), month, year: second === undefined ? null : yearOf(second) };
}

const weekdaysIn = (words: readonly string[], { weekdays }: DayHabits): number =>
  words.filter((word) => placeOf(word, weekdays) !== null).length;

/** `3rd`. */
const ordinalsIn = (said: string): number => (/\d(st|nd|rd|th)\b/.test(said) ? 1 : 0);

function inFigures(said: string, figures: readonly string[], { order }: DayHabits): SaidParts | null {
  if (figures.length < 2 || figures.length > 3) return null;
  const [first = ""] = figures;
  const dotted = /^\D*\d+\. ?\d+/.test(said) && order[0] !== "year";
  const usual: readonly DayPart[] = dotted ? plainHabits.order : order;
  const asked: readonly DayPart[] =
    first.length === 4
      ? ["year", "month", "day"]
      : figures.length === 2
        ? usual.filter((part) => part !== "year")
        : usual;
  const part = (wanted: DayPart): string => figures[asked.indexOf(wanted)] ?? "";
  if (part("day") === "" || part("month") === "" || part("day").length > 2 || part("month").length > 2) return null;
  return {
    day: Number(part("day")),
    month: Number(part("month")),
    year: figures.length === 2 ? null : yearOf(part("year")),
  };
}

/** Two figures are of this century; three are no year anybody means. */
const yearOf = (figures: string): number => (figures.length === 2 ? 2000 + Number(figures) : Number(figures));

function dayOf({ day, month, year }: SaidParts, today: Day, { months }: DayHabits): ReadDay {
  if (month < 1 || month > 12) return fault(`there is no month ${month}; write 2025-11-24 or 24 Nov`);
  const name = months[month - 1]?.[0] ?? String(month);
  if (day < 1 || day > daysInMonth(2000, month))
    return fault(`${name} has ${daysInMonth(2000, month)} days, not ${day}`);
  if (year === null) return { ok: true, day: nearest(day, month, today) };
  if (year < 1000) return fault(`write the year with four figures, such as ${today.slice(0, 4)}`);
  const last = daysInMonth(year, month);
  return day > last
    ? fault(`${name} ${year} has ${last} days, not ${day}`)
    : { ok: true, day: written(year, month, day) };
}

const written = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** Of the years around today's, the one that brings the date nearest; it is there in leap years at least. */
function nearest(day: number, month: number, today: Day): Day {
  const year = Number(today.slice(0, 4));
  const away = (each: Day): number => Math.abs(daysBetween(today, each));
  const [best = today] = [-4, -3, -2, -1, 0, 1, 2, 3, 4]
    .map((by) => written(year + by, month, day))
    .filter(isDay)
    .sort((a, b) => away(a) - away(b));
  return best;
}
