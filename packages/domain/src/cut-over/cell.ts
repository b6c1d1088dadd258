import { isDay } from "../values/day.ts";
import { parseDuration } from "../values/duration.ts";
import { type Currency, minorDigits } from "../values/money.ts";

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
      return amountCell(cell, minorDigits(currency));
    case "yes-no": {
      const word = cell.toLowerCase();
      if (["yes", "true", "1"].includes(word)) return { ok: true, value: true };
      if (["no", "false", "0"].includes(word)) return { ok: true, value: false };
      return faulty(cell, "is neither yes nor no");
    }
  }
}

/** `1234.5`, `1,234.50` and `$1,234.50`: commas between thousands only, a point before the decimals. */
function amountCell(cell: string, digits: number): CellRead {
  const parts = /^(?:[$€£]\s*)?(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d+))?$/.exec(cell);
  const [, whole = "", fraction = ""] = parts ?? [];
  if (parts === null || fraction.length > digits) return faulty(cell, "is not an amount; write 1234.50");
  return { ok: true, value: Number(`${whole.replaceAll(",", "")}${fraction.padEnd(digits, "0")}`) };
}

const faulty = (cell: string, flaw: string): CellRead => ({
  ok: false,
  message: `"${cell.length > 40 ? `${cell.slice(0, 40).toWellFormed()}…` : cell}" ${flaw}`,
});
