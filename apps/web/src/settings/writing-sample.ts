import { type Cents, type Currency, type Day, decimalOf } from "@cimpro/domain";
import { dayLocale } from "../figures/locale.ts";

/** A date and an amount as a locale writes them: `3 Nov 2025 · $12,345.67`. */
export function writingSample(locale: string, day: Day, amount: Cents, currency: Currency): string {
  const date = new Intl.DateTimeFormat(dayLocale(locale), {
    ...{ timeZone: "UTC", day: "numeric", month: "short", year: "numeric" },
  } as const).format(new Date(day));
  const figure = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return `${date} · ${figure.format(decimalOf(amount, currency) as Intl.StringNumericLiteral)}`;
}
