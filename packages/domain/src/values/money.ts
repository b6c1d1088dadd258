import { z } from "zod";
import { roundHalfUp, scale } from "./rounding.ts";

/** ISO 4217 code, such as `USD`. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, "a currency is three capital letters, such as USD");
export type Currency = z.infer<typeof Currency>;

/** An amount in the currency's smallest unit (US cents): an integer, never a fraction. */
export const Cents = z.int();
export type Cents = z.infer<typeof Cents>;

/** Cents for one hour of work. */
export const RatePerHour = z.int().nonnegative().max(100_000_000);
export type RatePerHour = z.infer<typeof RatePerHour>;

const minutesPerHour = 60;

/** What `minutes` cost at `ratePerHour`: multiplied first, rounded half up once (RATE-5). */
export function amountFor(minutes: number, ratePerHour: number): Cents {
  return scale(minutes, ratePerHour, minutesPerHour);
}

/** What minutes at several rates cost as one line: added up exactly, rounded half up once (RATE-5). */
export function blendedAmount(parts: readonly { readonly minutes: number; readonly ratePerHour: number }[]): Cents {
  const exact = parts.reduce((sum, { minutes, ratePerHour }) => sum + BigInt(minutes) * BigInt(ratePerHour), 0n);
  return roundHalfUp(exact, BigInt(minutesPerHour));
}

/** `amount × (percent / 100)ⁿ` with exact arithmetic and one rounding (RATE-4). */
export function compound(amount: Cents, percent: number, times: number): Cents {
  return roundHalfUp(BigInt(amount) * BigInt(percent) ** BigInt(times), 100n ** BigInt(times));
}

const digitsOf = new Map<Currency, number>();

/** How many digits of the smallest unit stand behind the decimal point: 2 for USD, 0 for JPY. */
export function minorDigits(currency: Currency): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/** The sign that stands for a currency, in capitals where it has letters: `$` where that is usual, `US$` or `CA$` elsewhere. */
export function currencySign(currency: Currency, currencyDisplay: "symbol" | "narrowSymbol", locale = "en-US"): string {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay }).formatToParts(0);
  return (parts.find(({ type }) => type === "currency")?.value ?? currency).toUpperCase();
}

/** The amount as a plain decimal: 123456 cents → `1234.56`. Exact, without floating point. */
export function decimalOf(amount: Cents, currency: Currency): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const sign = amount < 0 ? "-" : "";
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The amount for people, in the words of `locale`: `$1,234.56`. */
export function formatMoney(amount: Cents, currency: Currency, locale = "en-US"): string {
  const decimal = decimalOf(amount, currency) as Intl.StringNumericLiteral;
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(decimal);
}
