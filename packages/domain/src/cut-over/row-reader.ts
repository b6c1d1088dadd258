import type { z } from "zod";
import type { Currency } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { type CellKind, readCell } from "./cell.ts";

/** A column of a file that is taken in at cut-over. */
export interface RowColumn {
  /** As the header line names it; case, hyphens and underscores do not matter. */
  readonly header: string;
  /** The field of the row that it fills. */
  readonly field: string;
  readonly kind: CellKind;
  /** Every file has the column, and every row says something in it. */
  readonly needed?: true;
}

/** The documented header line of one kind of file, and what its rows must be. */
export interface RowLayout<Row> {
  readonly columns: readonly RowColumn[];
  readonly row: z.ZodType<Row>;
}

/** Why a row cannot be read. */
export type UnreadableRow = "missing-column" | "missing-value" | "bad-date" | "bad-number" | "bad-text";

export type RowRead<Row> =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly reason: UnreadableRow; readonly message: string };

/** Columns of a file of rejected rows, which is put right and taken in itself. */
const ofRejectedRows = ["line", "reason", "message"];

/**
 * How to read the rows of a file with these headers. Refused when it lacks a needed column, and when it has one that
 * nobody knows: a misspelled deposit must not be passed over.
 */
export function cutOverReader<Row>(
  { columns, row: schema }: RowLayout<Row>,
  headers: readonly string[],
  currency: Currency,
): Result<(record: readonly string[]) => RowRead<Row>> {
  const known = columns.map(({ header }) => header);
  const told = headers.map(plain);
  const issues = [
    ...columns
      .filter(({ header, needed }) => needed === true && !told.includes(header))
      .map(({ header }) => ({ path: header, message: `the file has no column "${header}"` })),
    ...told.flatMap((header, at) => {
      if (told.indexOf(header) < at) return [{ path: header, message: `the file has two columns "${header}"` }];
      return known.includes(header) || ofRejectedRows.includes(header) || header === ""
        ? []
        : [{ path: header, message: `no column is called so; there are ${known.join(", ")}` }];
    }),
  ];
  if (issues.length > 0) return refused(rejection("MALFORMED", { issues }));
  const placed = columns.map((column) => ({ column, place: told.indexOf(column.header) }));
  return ok((record) => {
    if (record.length !== headers.length)
      return faulty("missing-column", `the row has ${record.length} fields, the header ${headers.length}`);
    const fields: Record<string, unknown> = {};
    for (const { column, place } of placed) {
      const cell = (record[place] ?? "").trim();
      if (cell === "" && column.needed === true) return faulty("missing-value", `the row says no ${column.header}`);
      if (cell === "") continue;
      const read = readCell(cell, column.kind, currency);
      if (!read.ok) return faulty(reasonOf(column.kind), `${column.header}: ${read.message}`);
      fields[column.field] = read.value;
    }
    const parsed = schema.safeParse(fields);
    if (parsed.success) return { ok: true, row: parsed.data };
    const [issue] = parsed.error.issues;
    const column = columns.find(({ field }) => field === issue?.path[0]);
    return faulty(reasonOf(column?.kind), `${column?.header ?? "row"}: ${issue?.message ?? "is malformed"}`);
  });
}

const plain = (header: string): string =>
  header
    .normalize("NFC")
    .trim()
    .replace(/[\s_-]+/g, " ")
    .toLowerCase();

const reasonOf = (kind: CellKind | undefined): UnreadableRow =>
  kind === "day" ? "bad-date" : kind === "hours" || kind === "amount" ? "bad-number" : "bad-text";

const faulty = (reason: UnreadableRow, message: string): { ok: false; reason: UnreadableRow; message: string } => ({
  ok: false,
  reason,
  message,
});
