import { minutesPerDay, minutesPerHour } from "../values/duration.ts";
import { roundHalfUp } from "../values/rounding.ts";
import { quoted, type RowRefused, rowRefused } from "./import-outcome.ts";

/** Which signs a file puts before the decimals. */
export type DecimalSign = "." | "," | "auto";

export type ReadMinutes = { readonly ok: true; readonly minutes: number } | RowRefused | TooLong;

/** More than a day, as far as it can be counted: an entry for each day may hold it. */
export type TooLong = RowRefused & { readonly minutes?: number };

const secondsPerMinute = 60;
const longestNumber = 400;

/** A count of minutes; fractions round half up. A sign before three digits could stand between thousands, so `auto` refuses it. */
export function minutesCell(cell: string, sign: DecimalSign): ReadMinutes {
  if (sign === "auto" && /^\d{1,3}[.,]\d{3}$/.test(cell))
    return notNumber(cell, 'may be thousands or decimals; state "decimal" in the map');
  return decimalCell(cell, 1, sign);
}

/** A count of seconds, as whole minutes. */
export function secondsCell(cell: string): ReadMinutes {
  const whole = /^(\d{1,9})(?:[.,]\d*)?$/.exec(cell);
  return whole === null
    ? notNumber(cell, /^[-−]/.test(cell) ? "is negative" : "is not a number of seconds")
    : minutesOfSeconds(Number(whole[1]));
}

/** Decimal hours, hours and minutes with a colon, or with their units: `35m`, `1h 30m`, `18:25 min`, `42 sec`. */
export function hoursCell(cell: string, sign: DecimalSign): ReadMinutes {
  if (/[a-z]/i.test(cell)) return unitsCell(cell, sign);
  return cell.includes(":") ? clockCell(cell) : decimalCell(cell, minutesPerHour, sign);
}

/** `H:MM`, `H:MM:SS` or decimal hours; whole numbers have no unit and are refused. */
export function durationCell(cell: string, sign: DecimalSign): ReadMinutes {
  return /^\d+$/.test(cell)
    ? notNumber(cell, "has no unit; a duration is written 1:30, 01:30:00 or 1.5")
    : hoursCell(cell, sign);
}

/** Seconds as whole minutes, rounded half up; what no day holds is refused, and so is nothing. */
export function minutesOfSeconds(seconds: number): ReadMinutes {
  return withinDay(roundHalfUp(seconds, secondsPerMinute));
}

const unit = { hours: "h|hrs?|hours?", minutes: "m|mins?|minutes?", seconds: "s|secs?|seconds?" } as const;
const units = new RegExp(
  `^(?:(\\d{1,6}(?:[.,]\\d{1,6})?)\\s*(?:${unit.hours}))?\\s*(?:(\\d{1,6})\\s*(?:${unit.minutes}))?\\s*(?:(\\d{1,9})\\s*(?:${unit.seconds}))?$`,
  "i",
);

/** Parts with their units, or a clock with the unit of its first part, as Toggl writes it. */
function unitsCell(cell: string, sign: DecimalSign): ReadMinutes {
  const clock = new RegExp(`^(\\d{1,6}:[0-5]\\d(?::[0-5]\\d)?)\\s*(?:(${unit.hours})|${unit.minutes})$`, "i").exec(
    cell,
  );
  if (clock !== null) {
    const [, said = "", inHours] = clock;
    return clockCell(inHours === undefined && said.split(":").length === 2 ? `0:${said.padStart(5, "0")}` : said);
  }
  // Behind hours a bare number is minutes: 1h30.
  const parts = units.exec(/[a-z]\s*\d{1,2}$/i.test(cell) ? `${cell}m` : cell);
  if (parts === null) return notNumber(cell, "is not a duration; write 1:30, 1.5 or 1h 30m");
  const [, hours = "0", minutes = "0", seconds = "0"] = parts;
  if (/[.,]/.test(hours)) {
    const rest = minutes === "0" && seconds === "0";
    return rest
      ? decimalCell(hours, minutesPerHour, sign)
      : notNumber(cell, "has a fraction of an hour and more beside it");
  }
  return minutesOfSeconds((Number(hours) * minutesPerHour + Number(minutes)) * secondsPerMinute + Number(seconds));
}

function clockCell(cell: string): ReadMinutes {
  const clock = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/.exec(cell);
  if (clock === null) return notNumber(cell, "is not a duration; write 1:30 or 01:30:00");
  const minutes = Number(clock[1]) * minutesPerHour + Number(clock[2]);
  return minutesOfSeconds(minutes * secondsPerMinute + Number(clock[3] ?? 0));
}

const decimals = {
  ".": /^(\d*)(?:\.(\d*))?$/,
  ",": /^(\d*)(?:,(\d*))?$/,
  auto: /^(\d*)(?:[.,](\d*))?$/,
} as const satisfies Record<DecimalSign, RegExp>;

/** Exact for any number of digits: integers only, rounded once. */
function decimalCell(cell: string, minutesPerUnit: number, sign: DecimalSign): ReadMinutes {
  const parts = cell.length > longestNumber ? null : decimals[sign].exec(cell);
  const whole = (parts?.[1] ?? "").replace(/^0+(?=\d)/, "");
  const fraction = parts?.[2] ?? "";
  if (parts === null || whole + fraction === "")
    return notNumber(cell, /^[-−]/.test(cell) ? "is negative" : "is not a number");
  if (whole.length > 6) return overADay(cell);
  if (fraction === "") return withinDay(Number(whole) * minutesPerUnit);
  return withinDay(roundHalfUp(BigInt(whole + fraction) * BigInt(minutesPerUnit), 10n ** BigInt(fraction.length)));
}

function withinDay(minutes: number): ReadMinutes {
  if (minutes === 0) return rowRefused("zero-minutes", "the row has no time: zero minutes after rounding");
  return minutes > minutesPerDay ? { ...overADay(`${minutes} minutes`), minutes } : { ok: true, minutes };
}

const overADay = (said: string): TooLong => ({
  ...rowRefused("over-a-day", `${said.slice(0, 40)} is more than a day (${minutesPerDay} minutes)`),
});

const notNumber = (cell: string, flaw: string): RowRefused =>
  rowRefused("bad-number", cell === "" ? "the row says no duration" : `${quoted(cell)} ${flaw}`);
