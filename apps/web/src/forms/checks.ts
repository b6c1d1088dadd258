import { parseDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { parseAmount } from "../figures/parse-amount.ts";

/** What is wrong with a typed duration, or null. */
export function durationFault(text: string): string | null {
  const parsed = parseDuration(text);
  if (!parsed.ok) return parsed.message;
  return parsed.minutes === 0 ? t`must be more than zero` : null;
}

/** The minutes of a typed duration that has no fault. */
export function minutesIn(text: string): number {
  const parsed = parseDuration(text);
  return parsed.ok ? parsed.minutes : 0;
}

/** What is wrong with a typed amount, or null. */
export const amountFault = (text: string, currency: string): string | null =>
  (parseAmount(text, currency) ?? 0) === 0 ? t`write an amount such as 1234.50` : null;

export const missing = (text: string): string | null => (text.trim() === "" ? t`must not be empty` : null);

/** A field left empty is not said at all. */
export const said = <Key extends string>(key: Key, text: string | null): { [K in Key]?: string } =>
  text === null || text.trim() === "" ? {} : ({ [key]: text.trim() } as { [K in Key]: string });
