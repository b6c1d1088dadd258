import { minorDigits } from "@cimpro/domain";
import { figureLocale } from "./locale.ts";

/**
 * An amount as people type it (`1,234.5`, `1234`; where the reader's locale writes so, `1.234,5`) in the currency's
 * smallest unit, or null when it is none. Digits are moved, not multiplied: nothing is rounded.
 */
export function parseAmount(text: string, currency: string): number | null {
  const said = text.trim().replace(/^\p{Sc}\s*|\s*\p{Sc}$/gu, "");
  const { group, decimal } = marks();
  return amountOf(said, group, decimal, currency) ?? amountOf(said, "", ".", currency);
}

function amountOf(said: string, group: string, decimal: string, currency: string): number | null {
  const [whole = "", fraction = "", ...rest] = said.split(decimal);
  const groups = group === "" ? [whole] : whole.split(group);
  const grouped = groups.length === 1 || /^\d{1,3}( \d{2,3})* \d{3}$/.test(groups.join(" "));
  const digits = groups.join("");
  if (rest.length > 0 || !grouped || !/^\d{1,12}$/.test(digits) || !/^\d*$/.test(fraction)) return null;
  return fraction.length > minorDigits(currency) ? null : Number(digits + fraction.padEnd(minorDigits(currency), "0"));
}

/** What the reader's locale puts between thousands and before the fraction. */
function marks(): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(figureLocale(), { useGrouping: "always" }).formatToParts(1234567.5);
  const value = (wanted: string, otherwise: string) => parts.find(({ type }) => type === wanted)?.value ?? otherwise;
  return { group: value("group", ","), decimal: value("decimal", ".") };
}
