import { civil, type Day, daysInMonth } from "../values/day.ts";

/** What a text said in one format: a day, a time of the day in seconds, or both. */
export interface ReadMoment {
  readonly day: Day | null;
  readonly seconds: number | null;
  /** How many seconds its clock is ahead of UTC, where it says so. */
  readonly offset?: number;
}

/** A date or time format, ready to read many texts. */
export interface DateFormat {
  readonly pattern: string;
  readonly hasDay: boolean;
  readonly hasTime: boolean;
  /** The digits it expects, whatever they mean: formats of one skeleton can read the same text differently. */
  readonly skeleton: string;
  /** The order of year, month and day, such as `Mdy`. */
  readonly order: string;
  /** Null when the text has another form, or names a day or time that does not exist. */
  readonly read: (text: string) => ReadMoment | null;
}

export type CompiledFormat =
  | { readonly ok: true; readonly format: DateFormat }
  | { readonly ok: false; readonly message: string };

/** The English months, as they are written in full; short they have three letters, or four for September. */
const months = "january february march april may june july august september october november december".split(" ");
const monthName = `(${months.map((name) => `${name.slice(0, 3)}${name === "september" ? "t?" : ""}\\.?|${name}`).join("|")})`;
const weekdayName = "((?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?)";
const offset = "(Z|[+-]\\d{2}(?::?\\d{2})?)";

/** What each field of the Unicode date pattern language reads (LDML); other fields are refused. */
const fields: Readonly<Record<string, string>> = {
  yyyy: "(\\d{4})",
  y: "(\\d{4})",
  yy: "(\\d{2})",
  MMMM: monthName,
  MMM: monthName,
  MM: "(\\d{2})",
  M: "(\\d{1,2})",
  dd: "(\\d{2})",
  d: "(\\d{1,2})",
  HH: "(\\d{2})",
  H: "(\\d{1,2})",
  hh: "(\\d{2})",
  h: "(\\d{1,2})",
  mm: "(\\d{2})",
  m: "(\\d{1,2})",
  ss: "(\\d{2})",
  s: "(\\d{1,2})",
  a: "([AaPp])\\.?[Mm]\\.?",
  S: "(\\d{1,9})",
  SSS: "(\\d{1,9})",
  X: offset,
  XXX: offset,
  EEE: weekdayName,
  EEEE: weekdayName,
};

const longestText = 64;
const token = /'((?:[^']|'')*)'|([A-Za-z])\2*|\s+|[^A-Za-z\s']/g;

/** Reads a pattern such as `M/d/yyyy H:mm`, `d MMM yyyy`, `yyyy-MM-dd'T'HH:mm:ss.SX` or `h:mm:ss a`. */
export function compileDateFormat(pattern: string): CompiledFormat {
  const parts = [...pattern.matchAll(token)];
  if (parts.reduce((length, part) => length + part[0].length, 0) !== pattern.length)
    return refuse(pattern, "has a quote that is not closed");
  const names = parts.filter(isField).map((part) => part[0]);
  const unknown = names.find((name) => fields[name] === undefined);
  if (unknown !== undefined)
    return refuse(
      pattern,
      `has "${unknown}"; the fields are yyyy yy MMMM MMM MM M dd d EEEE EEE HH H hh h mm m ss s S X a`,
    );
  const letters = names.map((name) => name.charAt(0));
  const flaw = flawOf(letters);
  if (flaw !== null) return refuse(pattern, flaw);
  const source = parts.map((part, at) => sourceOf(part, parts[at + 1]?.[0])).join("");
  const expression = new RegExp(`^${source}$`, "i");
  return {
    ok: true,
    format: {
      pattern,
      hasDay: letters.includes("y"),
      hasTime: letters.includes("m"),
      skeleton: parts.map((part) => (isField(part) ? digitsOf(part[0]) : part[0])).join(""),
      order: letters.filter((letter) => letter === "y" || letter === "M" || letter === "d").join(""),
      read: (text) => momentOf(text.length > longestText ? null : expression.exec(text), names),
    },
  };
}

const refuse = (pattern: string, flaw: string): CompiledFormat => ({
  ok: false,
  message: `the format "${pattern}" ${flaw}`,
});

const isField = (part: RegExpMatchArray): boolean => part[2] !== undefined;

/** How many digits a field takes, as far as it matters for telling texts apart. */
const digitsOf = (name: string): string =>
  name === "y" || name === "yyyy" ? "####" : /^(a|MMM|EEE|X)/.test(name) ? name.charAt(0) : "#";

function sourceOf(part: RegExpMatchArray, next: string | undefined): string {
  const [whole, quoted] = part;
  if (isField(part)) return fields[whole] ?? "";
  if (quoted !== undefined) return quoted === "" ? "'" : escaped(quoted.replaceAll("''", "'"));
  if (whole.trim() === "") return next === "a" ? "\\s*" : "\\s+";
  return escaped(whole);
}

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

function flawOf(letters: readonly string[]): string | null {
  const has = (letter: string): boolean => letters.includes(letter);
  if (new Set(letters).size !== letters.length) return "says a field twice";
  const ofDay = ["y", "M", "d"].filter(has).length;
  if (ofDay !== 0 && ofDay !== 3) return "needs year, month and day together";
  if (has("H") && (has("h") || has("a"))) return "mixes the 24-hour clock with the 12-hour one";
  if (has("h") !== has("a")) return "needs h and a together";
  if (has("m") !== (has("H") || has("h"))) return "needs hours and minutes together";
  if (has("s") && !has("m")) return "has seconds without minutes";
  if (has("S") && !has("s")) return "has a fraction without seconds";
  if (has("X") && !has("m")) return "has an offset without a time";
  return letters.length === 0 ? "has no field" : null;
}

function momentOf(match: RegExpExecArray | null, names: readonly string[]): ReadMoment | null {
  if (match === null) return null;
  let [year, month, day, hour, minute, second] = [-1, 0, 0, -1, 0, 0];
  let half: string | null = null;
  let offsetSeconds: number | null = null;
  for (let at = 0; at < names.length; at++) {
    const said = match[at + 1] ?? "";
    const name = names[at];
    if (name === "yyyy" || name === "y") year = Number(said);
    else if (name === "yy") year = fullYear(Number(said));
    else if (name === "MM" || name === "M") month = Number(said);
    else if (name === "MMM" || name === "MMMM") month = monthNamed(said);
    else if (name === "dd" || name === "d") day = Number(said);
    else if (name === "mm" || name === "m") minute = Number(said);
    else if (name === "ss" || name === "s") second = Number(said);
    else if (name === "a") half = said.toLowerCase();
    else if (name?.startsWith("X") === true) offsetSeconds = secondsOfOffset(said);
    // A fraction of a second and the name of a weekday are passed over.
    else if (name?.startsWith("h") === true || name?.startsWith("H") === true) hour = Number(said);
  }
  if (year !== -1 && !isRealDay(year, month, day)) return null;
  if (half !== null) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour === 12 ? 0 : hour) + (half === "p" ? 12 : 0);
  }
  // 24:00 is the end of a day; no other time of it has that hour.
  const isEnd = hour === 24 && half === null && minute === 0 && second === 0;
  if ((hour > 23 && !isEnd) || minute > 59 || second > 59) return null;
  return {
    day: year === -1 ? null : civil(year, month, day),
    seconds: hour === -1 ? null : (hour * 60 + minute) * 60 + second,
    ...(offsetSeconds === null ? {} : { offset: offsetSeconds }),
  };
}

const monthNamed = (said: string): number =>
  months.findIndex((name) => name.startsWith(said.slice(0, 3).toLowerCase())) + 1;

/** `Z`, `+01`, `-0330` and `+05:30`. */
function secondsOfOffset(said: string): number {
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(said) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60;
}

/** Two digits of a year as POSIX reads them: 69 to 99 are the last century's. */
const fullYear = (twoDigits: number): number => (twoDigits >= 69 ? 1900 : 2000) + twoDigits;

const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
