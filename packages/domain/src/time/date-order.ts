import { z } from "zod";
import type { Day } from "../values/day.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { compileDateFormat, type DateFormat } from "./date-format.ts";

/** Whether 03/04 is the fourth of March or the third of April. */
export const DateOrder = z.enum(["month-first", "day-first"]);
export type DateOrder = z.infer<typeof DateOrder>;

/** Watches all dates of a file before any is used, because only the whole file can tell day from month. */
export interface DateWatch {
  readonly see: (text: string, line: number) => void;
  /** The order the file proves; null when no date depends on it. Refused when the dates leave it open or contradict. */
  readonly decide: () => Result<DateOrder | null>;
  /** Dates were seen that read both ways, and nothing proves either. */
  readonly isOpen: () => boolean;
}

interface Sighting {
  readonly text: string;
  readonly line: number;
}

/** Null when no two of the formats can mistake a day for a month. */
export function watchDates(patterns: readonly string[]): DateWatch | null {
  const rivals = rivalsAmong(compiled(patterns));
  if (rivals.length === 0) return null;
  let monthFirst: Sighting | null = null;
  let dayFirst: Sighting | null = null;
  let open: (Sighting & { readonly days: readonly [Day, Day] }) | null = null;
  return {
    see(text, line) {
      for (const rival of rivals) {
        const asMonthFirst = rival.monthFirst.read(text)?.day ?? null;
        const asDayFirst = rival.dayFirst.read(text)?.day ?? null;
        if (asMonthFirst === asDayFirst) continue;
        if (asDayFirst === null) monthFirst ??= { text, line };
        else if (asMonthFirst === null) dayFirst ??= { text, line };
        else open ??= { text, line, days: [asMonthFirst, asDayFirst] };
      }
    },
    isOpen: () => open !== null && monthFirst === null && dayFirst === null,
    decide() {
      if (monthFirst !== null && dayFirst !== null)
        return undecided(
          `${said(monthFirst)} can only have the month first, ${said(dayFirst)} only the day; state the order`,
        );
      if (monthFirst !== null) return ok("month-first");
      if (dayFirst !== null) return ok("day-first");
      if (open === null) return ok(null);
      return undecided(
        `every date of the file reads both ways (${said(open)} is ${open.days[0]} or ${open.days[1]}); state the order`,
      );
    },
  };
}

/** The formats that are left once the order is known. */
export function formatsInOrder(patterns: readonly string[], order: DateOrder | null): readonly DateFormat[] {
  const formats = compiled(patterns);
  if (order === null) return formats;
  const losers = rivalsAmong(formats).map((rival) => (order === "month-first" ? rival.dayFirst : rival.monthFirst));
  return formats.filter((format) => !losers.includes(format));
}

/** Formats that read one text as different days in a way that no file can settle, such as `yy/M/d` beside `d/M/yy`. */
export function clashAmong(patterns: readonly string[]): readonly [string, string] | null {
  for (const [one, other] of pairs(compiled(patterns)))
    if (one.skeleton === other.skeleton && one.order !== other.order && !isRival(one, other))
      return [one.pattern, other.pattern];
  return null;
}

interface Rivals {
  readonly monthFirst: DateFormat;
  readonly dayFirst: DateFormat;
}

function rivalsAmong(formats: readonly DateFormat[]): readonly Rivals[] {
  return pairs(formats)
    .filter(([one, other]) => one.skeleton === other.skeleton && isRival(one, other))
    .map(([one, other]) =>
      monthLeads(one) ? { monthFirst: one, dayFirst: other } : { monthFirst: other, dayFirst: one },
    );
}

/** The same but for day and month. */
const isRival = (one: DateFormat, other: DateFormat): boolean =>
  one.order !== other.order && one.order.indexOf("y") === other.order.indexOf("y");

const monthLeads = (format: DateFormat): boolean => format.order.indexOf("M") < format.order.indexOf("d");

function pairs(formats: readonly DateFormat[]): readonly (readonly [DateFormat, DateFormat])[] {
  return formats.flatMap((one, at) => formats.slice(at + 1).map((other) => [one, other] as const));
}

function compiled(patterns: readonly string[]): readonly DateFormat[] {
  return patterns.flatMap((pattern) => {
    const compiled = compileDateFormat(pattern);
    return compiled.ok ? [compiled.format] : [];
  });
}

const said = (sighting: Sighting): string => `"${sighting.text}" on line ${sighting.line}`;

const undecided = (message: string) => refused(rejection("MALFORMED", { issues: [{ path: "date.order", message }] }));
