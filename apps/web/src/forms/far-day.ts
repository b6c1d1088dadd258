import { daysBetween, monthsAfter } from "@cimpro/domain";
import { plural } from "@lingui/core/macro";

/** How far from today a day may lie before it is asked about; what was meant is seldom further. */
const usual = { backMonths: 3, aheadMonths: 15 };

/** How far a day lies outside what is usual, in words; null where it does not. */
export function farFromToday(
  day: string,
  today: string,
): { readonly way: "back" | "ahead"; readonly long: string } | null {
  if (day < monthsAfter(today, -usual.backMonths)) return { way: "back", long: inWords(monthsBetween(day, today)) };
  if (day > monthsAfter(today, usual.aheadMonths)) return { way: "ahead", long: inWords(monthsBetween(today, day)) };
  return null;
}

/** Whole months. */
function monthsBetween(from: string, to: string): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return daysBetween(monthsAfter(from, months), to) < 0 ? months - 1 : months;
}

function inWords(months: number): string {
  const years = Math.floor(months / 12);
  return months < 24
    ? plural(months, { one: "# month", other: "# months" })
    : plural(years, { one: "# year", other: "# years" });
}
