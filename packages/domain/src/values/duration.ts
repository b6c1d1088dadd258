import { z } from "zod";
import { floorDivide, roundHalfUp } from "./rounding.ts";

/** Whole minutes. */
export const Minutes = z.int().nonnegative();
export type Minutes = z.infer<typeof Minutes>;

export const minutesPerHour = 60;
export const minutesPerDay = 1440;

/**
 * What a number without a unit means: hours in `--hours…` options and in fields called so, hours of one day (up to 12) in a
 * time sheet, nothing elsewhere (contract).
 */
export type BareNumber = "hours" | "day-hours" | "minutes" | "refused";

/** Above it a bare number in a time sheet may as well be minutes. */
const mostDayHours = 12;

export type ParsedDuration =
  | { readonly ok: true; readonly minutes: Minutes }
  | { readonly ok: false; readonly message: string };

const shapes = "90m, 1h30, 1.5h or 1:30";

/**
 * `90m`, `1h30`, `1h 30m`, `1.5h`, `:15` and `1:30` as minutes; what the CLI and the week grid share.
 * Decimal hours round half up to whole minutes.
 */
export function parseDuration(text: string, bareNumber: BareNumber = "refused"): ParsedDuration {
  const said = text.trim().toLowerCase();
  const clock = /^(\d{0,4}):([0-5]\d)$/.exec(said);
  if (clock) return minutes(Number(clock[1] ?? 0) * minutesPerHour + Number(clock[2]), text);
  const mixed = /^(\d{1,5})\s*h\s*(\d{1,2})\s*m?$/.exec(said);
  if (mixed) return minutes(Number(mixed[1]) * minutesPerHour + Number(mixed[2]), text);
  const unit = /^(\d{1,6}(?:[.,]\d{1,6})?)\s*(h|m)$/.exec(said);
  if (unit) return decimal(unit[1] ?? "", unit[2] === "h" ? minutesPerHour : 1, text);
  const bare = /^(\d{1,6}(?:[.,]\d{1,6})?)$/.exec(said);
  if (bare && bareNumber === "day-hours") {
    const hours = decimal(bare[1] ?? "", minutesPerHour, text);
    if (hours.ok && hours.minutes <= mostDayHours * minutesPerHour) return hours;
  } else if (bare && bareNumber !== "refused")
    return decimal(bare[1] ?? "", bareNumber === "hours" ? minutesPerHour : 1, text);
  if (bare) return { ok: false, message: `"${said}" has no unit; write ${withUnit(said)}` };
  return { ok: false, message: `"${brief(text)}" is not a duration; write ${shapes}` };
}

/** Decimal digits times a whole unit, rounded half up to whole minutes; exact, no floating point. */
export function decimalMinutes(digits: string, minutesPerUnit: number): Minutes {
  const [whole = "0", fraction = ""] = digits.replace(",", ".").split(".");
  return roundHalfUp(BigInt(whole + fraction) * BigInt(minutesPerUnit), 10n ** BigInt(fraction.length));
}

function decimal(digits: string, minutesPerUnit: number, text: string): ParsedDuration {
  if (minutesPerUnit === 1 && hasFraction(digits))
    return { ok: false, message: `"${brief(text)}" is not whole minutes; write ${shapes}` };
  return minutes(decimalMinutes(digits, minutesPerUnit), text);
}

function minutes(value: number, text: string): ParsedDuration {
  return Number.isSafeInteger(value)
    ? { ok: true, minutes: value }
    : { ok: false, message: `"${brief(text)}" is too long` };
}

const hasFraction = (digits: string): boolean => /[.,]/.test(digits);

/** What a number without a unit may have meant; minutes are always whole. */
const withUnit = (said: string): string =>
  hasFraction(said) ? `${said}h for hours` : `${said}h for hours or ${said}m for minutes`;

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text);

/** Minutes for people: 750 → `12 h 30`, 45 → `45 m`, -90 → `−1 h 30`. */
export function formatDuration(value: number): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  const hours = floorDivide(size, minutesPerHour);
  const rest = size - hours * minutesPerHour;
  if (hours === 0) return `${sign}${rest} m`;
  return rest === 0 ? `${sign}${hours} h` : `${sign}${hours} h ${String(rest).padStart(2, "0")}`;
}

const millisecondsPerMinute = 60_000n;

/** Whole minutes that lie between two instants (milliseconds since 1970 UTC), rounded half up; 0 if the second is earlier. */
export const minutesBetween = (from: number, to: number): Minutes =>
  to <= from ? 0 : roundHalfUp(BigInt(Math.trunc(to) - Math.trunc(from)), millisecondsPerMinute);
