import { type BareNumber, decimalOf, formatDuration, parseDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { parseAmount } from "../figures/parse-amount.ts";

/** What is wrong with a typed duration, or null. A number up to 12 without a unit is hours. */
export const durationFault = (text: string): string | null => faultIn(text, "day-hours");

/** The same in a field called hours, where every number without a unit is hours. */
export const hoursFault = (text: string): string | null => faultIn(text, "hours");

function faultIn(text: string, bare: BareNumber): string | null {
  const parsed = parseDuration(text, bare);
  if (!parsed.ok) return parsed.message;
  return parsed.minutes === 0 ? t`must be more than zero` : null;
}

/** The minutes of a typed duration that has no fault. */
export function minutesIn(text: string, bare: BareNumber = "day-hours"): number {
  const parsed = parseDuration(text, bare);
  return parsed.ok ? parsed.minutes : 0;
}

/** What a number without a unit was taken for, so that a slip is seen: `= 10 h`. */
export function understood(text: string, bare: BareNumber = "day-hours"): string | undefined {
  const minutes = /^[\d.,\s]+$/.test(text) ? minutesIn(text, bare) : 0;
  return minutes === 0 ? undefined : `= ${formatDuration(minutes)}`;
}

/** What is wrong with a typed amount, or null. */
export function amountFault(text: string, currency: string): string | null {
  const amount = parseAmount(text, currency);
  if (amount === null || amount === 0) return t`write an amount such as 1234.50`;
  return amount > mostAmount ? t`at most ${decimalOf(mostAmount, currency)}` : null;
}

/** The most that the books take, in the currency's smallest unit. */
const mostAmount = 1_000_000_000_000;

export const missing = (text: string): string | null => (text.trim() === "" ? t`must not be empty` : null);

/** A field left empty is not said at all. */
export const said = <Key extends string>(key: Key, text: string | null): { [K in Key]?: string } =>
  text === null || text.trim() === "" ? {} : ({ [key]: text.trim() } as { [K in Key]: string });
