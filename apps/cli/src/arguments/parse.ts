import { type BareNumber, isDay, Month, parseDuration } from "@cimpro/domain";
import { InvalidArgumentError } from "@commander-js/extra-typings";

// What the words behind options and arguments mean. Each throws in words that say what to write instead.

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text);

export function asDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError(`"${brief(text)}" is not a date of the calendar; write YYYY-MM-DD`);
}

export function asMonth(text: string): string {
  if (Month.safeParse(text).success) return text;
  throw new InvalidArgumentError(`"${brief(text)}" is not a month; write YYYY-MM`);
}

const durationWith =
  (bare: BareNumber, least: 0 | 1 = 1) =>
  (text: string): number => {
    const parsed = parseDuration(text, bare);
    if (!parsed.ok) throw new InvalidArgumentError(parsed.message);
    if (parsed.minutes < least) throw new InvalidArgumentError("must be more than zero");
    return parsed.minutes;
  };

/** `90m`, `1h30`, `1.5h`, `1:30` as minutes; a number without a unit is refused. */
export const asDuration = durationWith("refused");
/** The same for options that are named after hours: a bare number is hours. */
export const asHours = durationWith("hours");
/** The same where none is an amount too. */
export const asHoursOrNone = durationWith("hours", 0);
/** The same for options that are named after minutes. */
export const asMinutes = durationWith("minutes");
/** The same where none is an amount too. */
export const asMinutesOrNone = durationWith("minutes", 0);

/** Whole cents. An amount with a decimal point is refused rather than guessed at. */
export function asCents(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const decimal = /^(\d{1,13})[.,](\d{2})$/.exec(text.replace(/^[$€£]|\s*[A-Z]{3}$/g, ""));
  const hint = decimal ? `write ${Number(`${decimal[1]}${decimal[2]}`)} for ${text}` : "write 1250 for 12.50";
  throw new InvalidArgumentError(`"${brief(text)}" is not a whole number of cents; ${hint}`);
}

/** A whole number of at least `least`. */
export const asWhole =
  (least: number) =>
  (text: string): number => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
    throw new InvalidArgumentError(`"${brief(text)}" is not a whole number of at least ${least}`);
  };
