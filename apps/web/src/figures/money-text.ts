import { type Cents, type Currency, decimalOf } from "@cimpro/domain";
import { figureLocale } from "./locale.ts";

const formats = new Map<string, Intl.NumberFormat>();

/** An amount in the currency's smallest unit as the reader's locale writes it, to the cent: `$1,234.50`, `1.234,50 €`. */
export const formatMoney = (amount: Cents, currency: Currency): string =>
  formatOf(currency, {}).format(decimalOf(amount, currency) as Intl.StringNumericLiteral);

/** The same, short, for the axis of a chart: `$12K`. */
export const formatMoneyInFew = (amount: number, currency: Currency): string =>
  formatOf(currency, { notation: "compact" }).format(amount);

/** The same in whole units, for the axis of a chart: `$175`. */
export const formatMoneyWhole = (amount: number, currency: Currency): string =>
  formatOf(currency, { maximumFractionDigits: 0 }).format(amount);

function formatOf(currency: Currency, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${figureLocale()} ${currency} ${JSON.stringify(options)}`;
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol", ...options } as const;
  const known = formats.get(key) ?? new Intl.NumberFormat(figureLocale(), style);
  formats.set(key, known);
  return known;
}
