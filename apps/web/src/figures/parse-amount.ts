import { minorDigits } from "@cimpro/domain";

/**
 * An amount as people type it (`1,234.5`, `1234`) in the currency's smallest unit, or null when it is none.
 * Digits are moved, not multiplied: nothing is rounded.
 */
export function parseAmount(text: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const parts = /^(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d*))?$/.exec(text.trim().replace(/^\$\s*/, ""));
  const fraction = parts?.[2] ?? "";
  if (!parts || fraction.length > digits) return null;
  return Number((parts[1] ?? "").replaceAll(",", "") + fraction.padEnd(digits, "0"));
}
