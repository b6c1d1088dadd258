import type { Column } from "./column.ts";

/** Tells spreadsheets that the text is UTF-8: without it `Müller` opens as `MÃ¼ller`. */
const byteOrderMark = "\uFEFF";

/** The rows as CSV (RFC 4180) as a spreadsheet opens it, in the order shown. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const written = columns.flatMap(({ label, csv, value }) => {
    const cell = csv ?? value;
    return cell === undefined ? [] : [{ label, cell }];
  });
  const lines = [written.map(({ label }) => label), ...rows.map((row) => written.map(({ cell }) => cell(row)))];
  return byteOrderMark.concat(...lines.map((line) => `${line.map(quoted).join(",")}\r\n`));
}

/** Quoted where any spreadsheet would divide it, also one that expects `;` or tabs between cells. */
function quoted(cell: string | number): string {
  const text = typeof cell === "string" ? withoutFormula(cell) : String(cell);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Text that a spreadsheet would run as a formula is made text: at the start, behind blanks, and behind whatever another
 * spreadsheet takes for the end of a cell. The wide signs count in Japanese and Chinese ones.
 */
const withoutFormula = (text: string): string =>
  isFigure(text)
    ? text
    : text.replace(/^(?=\s*[=+\-@＝＋－＠]|[\t\r])/u, "'").replace(/([;\t\r\n][ "]*)(?=[=+\-@＝＋－＠])/gu, "$1'");

const isFigure = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
