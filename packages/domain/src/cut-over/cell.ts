import { isDay } from "../values/day.ts";
import { parseDuration } from "../values/duration.ts";
import { type Currency, currencySign, minorDigits } from "../values/money.ts";

/** What the cells of a column hold. */
export type CellKind = "text" | "day" | "hours" | "amount" | "yes-no";

export type CellRead =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly message: string };

/** What a cell says: minutes for hours, whole cents for amounts. Nothing is guessed at. */
export function readCell(cell: string, kind: CellKind, currency: Currency): CellRead {
  switch (kind) {
    case "text":
      return { ok: true, value: cell };
    case "day":
      return isDay(cell) ? { ok: true, value: cell } : faulty(cell, "is not a date of the calendar; write YYYY-MM-DD");
    case "hours": {
      const read = parseDuration(cell, "hours");
      return read.ok ? { ok: true, value: read.minutes } : read;
    }
    case "amount":
      return amountCell(cell, currency);
    case "yes-no": {
      const word = cell.toLowerCase();
      if (["yes", "true", "1"].includes(word)) return { ok: true, value: true };
      if (["no", "false", "0"].includes(word)) return { ok: true, value: false };
      return faulty(cell, "is neither yes nor no");
    }
  }
}

/**
 * `1234.5`, `1,234.50`, `1.234,50`, `1 234,50`, with the sign or code of the books' currency before or behind it or without
 * one. The sign that stands last and before one or two digits is the decimal one; what could be either is refused, and so is
 * every other currency.
 */
function amountCell(cell: string, currency: Currency): CellRead {
  const parts = /^(?<before>[^\d\s.,+-][^\d.,+-]*?)?\s*(?<number>\d[\d.,'\u2019\s]*)(?<after>[^\d\s.,+-].*)?$/u.exec(
    cell,
  );
  const { before = "", number = "", after = "" } = parts?.groups ?? {};
  const marks = [before, after].map((mark) => mark.trim()).filter((mark) => mark !== "");
  if (parts === null) return faulty(cell, "is not an amount; write 1234.50");
  const foreign = marks.find((mark) => !marksOf(currency).includes(mark.toUpperCase()));
  if (foreign !== undefined) return faulty(cell, `is not in ${currency}; write the amount in ${currency}`);
  const digits = plainDigits(number.trim(), minorDigits(currency));
  return digits === null ? faulty(cell, "is not an amount; write 1234.50") : { ok: true, value: Number(digits) };
}

/** How people write that an amount is in a currency: its code, and its signs. */
const marksOf = (currency: Currency): readonly string[] => [
  currency,
  currencySign(currency, "narrowSymbol"),
  currencySign(currency, "symbol"),
  currencySign(currency, "symbol", "en-CA"),
];

/** Whole and minor units in one row of digits; null where the signs between them can be read in two ways, or in none. */
function plainDigits(number: string, minor: number): string | null {
  const grouped =
    /^(?:\d{1,3}(?<sign>[.,'\u2019\s])\d{3}(?:\k<sign>\d{3}){0,3}|\d{1,12})(?:(?<point>[.,])(?<fraction>\d+))?$/u.exec(
      number,
    );
  const { sign, point, fraction = "" } = grouped?.groups ?? {};
  if (grouped === null || fraction.length > minor || (sign !== undefined && sign === point)) return null;
  // 1.200 is 1,200 to some and 1 and a fifth to others; 1.200.300 can only be grouped, and so is 1,200 where a point is usual.
  if (sign === "." && point === undefined && number.split(".").length === 2) return null;
  const whole = (point === undefined ? number : number.slice(0, -1 - fraction.length)).replace(/\D/gu, "");
  return whole + fraction.padEnd(minor, "0");
}

const faulty = (cell: string, flaw: string): CellRead => ({
  ok: false,
  message: `"${cell.length > 40 ? `${cell.slice(0, 40).toWellFormed()}…` : cell}" ${flaw}`,
});
