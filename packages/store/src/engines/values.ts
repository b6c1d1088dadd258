/** What a column can hold; both engines keep exactly these alike. */
export type Value = string | number | bigint | null;

export type Row = Readonly<Record<string, unknown>>;

/**
 * A value on its way in. SQLite would keep NaN as null, 1.5 in an integer column and half a character;
 * PostgreSQL would refuse some of these and mend others. Whoever gets here with one has a bug.
 */
export function storable(value: unknown): Value {
  if (typeof value === "string") {
    if (!value.isWellFormed() || value.includes("\0")) throw new TypeError("text must be Unicode without NUL");
    return value;
  }
  if (value === null || Number.isSafeInteger(value)) return value as number | null;
  if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) return value;
  throw new TypeError(`${typeof value} ${String(value)} cannot be stored: columns hold text, safe integers and null`);
}

/** Rows on their way out: beyond 2^53 a JavaScript number is no longer the one that was stored. */
export function checkedRows<T>(rows: T[]): T[] {
  for (const row of rows) for (const column in row) checkInteger(row[column]);
  return rows;
}

/** An integer that a driver hands over as text. */
export function integerFrom(text: string): number {
  return checkInteger(Number(text));
}

function checkInteger<T>(value: T): T {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`the database answered ${value}, which is not an integer below 2^53`);
  }
  return value;
}

/** The columns of rows that are written together: all have the same ones. */
export function columnsOf(rows: readonly Row[]): readonly string[] {
  const columns = Object.keys(rows[0] ?? {});
  for (const row of rows) {
    if (Object.keys(row).length !== columns.length) throw new TypeError("rows written together need the same columns");
  }
  return columns;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
