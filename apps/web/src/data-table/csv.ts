import type { Column } from "./column.ts";

/** The rows as CSV (RFC 4180), in the order shown. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const written = columns.flatMap(({ label, csv, value }) => {
    const cell = csv ?? value;
    return cell === undefined ? [] : [{ label, cell }];
  });
  const lines = [written.map(({ label }) => label), ...rows.map((row) => written.map(({ cell }) => cell(row)))];
  return lines
    .map((line) => line.map(quoted).join(","))
    .join("\r\n")
    .concat("\r\n");
}

/** Quoted where needed; text that a spreadsheet would run as a formula is made text. */
function quoted(cell: string | number): string {
  const text = typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) && !isFigure(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const isFigure = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
