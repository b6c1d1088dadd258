import type { ParsedIssue } from "../values/issue.ts";
import type { Column, CsvMap } from "./import-map.ts";

export type ColumnKey = keyof CsvMap["columns"];

/** Where in a record each column stands, several for a joined one; null when the file does not have it. */
export type Places = Readonly<Record<ColumnKey, readonly number[] | null>>;

export type FoundColumns =
  | { readonly ok: true; readonly places: Places }
  | { readonly ok: false; readonly issues: readonly ParsedIssue[] };

/** Finds the map's columns in a file's header line; case and spacing do not matter. */
export function findColumns(
  columns: CsvMap["columns"],
  headers: readonly string[],
  dispensable: readonly ColumnKey[],
): FoundColumns {
  const known = headers.map(plain);
  const issues: ParsedIssue[] = [];
  const place = (key: ColumnKey): readonly number[] | null => {
    const column = columns[key];
    if (column === undefined) return null;
    if (typeof column === "number") return placeNumbered(key, column);
    const { names, join, optional } = spelledOut(column);
    const present = names.filter((name) => known.includes(plain(name)));
    const used = join ? present : present.slice(0, 1);
    const twice = used.find((name) => known.indexOf(plain(name)) !== known.lastIndexOf(plain(name)));
    if (twice !== undefined) issues.push({ path: `columns.${key}`, message: `the file has two columns "${twice}"` });
    const enough = join ? present.length === names.length : present.length > 0;
    if (!enough && !optional && !dispensable.includes(key))
      issues.push({ path: `columns.${key}`, message: lacking(names, headers) });
    return used.length === 0 ? null : used.map((name) => known.indexOf(plain(name)));
  };
  function placeNumbered(key: ColumnKey, at: number): readonly number[] | null {
    if (at <= headers.length) return [at - 1];
    const message = `the file has no column ${at}; its first line has ${headers.length}`;
    if (!dispensable.includes(key)) issues.push({ path: `columns.${key}`, message });
    return null;
  }
  const places: Places = {
    externalId: place("externalId"),
    account: place("account"),
    accountId: place("accountId"),
    deliverable: place("deliverable"),
    worker: place("worker"),
    date: place("date"),
    startTime: place("startTime"),
    endDate: place("endDate"),
    endTime: place("endTime"),
    minutes: place("minutes"),
    duration: place("duration"),
    hours: place("hours"),
    seconds: place("seconds"),
    note: place("note"),
    task: place("task"),
    billable: place("billable"),
    invoiced: place("invoiced"),
    type: place("type"),
  };
  return issues.length === 0 ? { ok: true, places } : { ok: false, issues };
}

/** The places of those headers that the file has. */
export function findHeaders(wanted: readonly string[], headers: readonly string[]): readonly number[] {
  const known = headers.map(plain);
  return wanted.map((name) => known.indexOf(plain(name))).filter((at) => at !== -1);
}

const plain = (header: string): string => header.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

interface SpelledOut {
  readonly names: readonly string[];
  readonly join: boolean;
  readonly optional: boolean;
}

function spelledOut(column: Exclude<Column, number>): SpelledOut {
  if (typeof column === "string") return { names: [column], join: false, optional: false };
  return "names" in column ? column : { names: column, join: false, optional: false };
}

const mostNamed = 40;

function lacking(names: readonly string[], headers: readonly string[]): string {
  const wanted = names.map((name) => `"${name}"`).join(" or ");
  const had = headers.slice(0, mostNamed).map((header) => `"${header.slice(0, 60)}"`);
  return `the file has no column ${wanted}; its first line has ${had.join(", ")}${headers.length > mostNamed ? ", …" : ""}`;
}
