import { z } from "zod";
import { compileDateFormat } from "../time/date-format.ts";
import { type DateOrder, formatsInOrder } from "../time/date-order.ts";
import type { Day } from "../values/day.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { text } from "../values/text.ts";
import type { RowLayout, UnreadableRow } from "./row-reader.ts";

const Header = text(200).trim().min(1, "must not be empty");
const Column = z.union([Header, z.array(Header).min(1, "name at least one header").readonly()], {
  error: "a column is a header, or a list of headers of which the first found counts",
});

/** How to read another system's file of what is taken over: which of its columns is which of ours. */
export const RowMap = z
  .strictObject({
    /** By the names of the documented columns; what the file has beside them is passed over. */
    columns: z.record(z.string(), Column).readonly(),
    date: z
      .strictObject({
        formats: z
          .array(
            z
              .string()
              .max(64)
              .superRefine((pattern, context) => {
                const compiled = compileDateFormat(pattern);
                if (!compiled.ok) context.addIssue({ code: "custom", message: compiled.message });
                else if (!compiled.format.hasDay)
                  context.addIssue({ code: "custom", message: `the format "${pattern}" reads no day` });
              }),
          )
          .min(1, "state at least one format")
          .readonly(),
      })
      .readonly()
      .default({ formats: ["yyyy-MM-dd"] }),
    /** Whether `account` is an id or the name of an account. */
    accountBy: z.enum(["id", "name"]).default("name"),
    /** Only rows that say one of these words there are taken; others, such as payments, are passed over. */
    only: z
      .strictObject({ column: Column, values: z.array(text(100).trim().toLowerCase()).readonly() })
      .readonly()
      .optional(),
  })
  .readonly();
export type RowMap = z.infer<typeof RowMap>;
export type WrittenRowMap = z.input<typeof RowMap>;

/** A row in the documented columns; passed over because the map says so; or why it cannot be read. */
export type Translated =
  | { readonly ok: true; readonly cells: readonly string[] | null }
  | { readonly ok: false; readonly reason: UnreadableRow | "no-account"; readonly message: string };

/** How to bring the rows of a file into the documented columns of what they are. */
export interface RowTranslator {
  readonly headers: readonly string[];
  /** Where the file has days, to tell day from month. */
  readonly dayPlaces: readonly number[];
  readonly row: (
    record: readonly string[],
    order: DateOrder | null,
    accountNamed: (name: string) => string | null,
  ) => Translated;
}

/** Refused when the file lacks a needed column, or the map names one that nobody knows. */
export function rowTranslator<Row>(
  { columns }: Pick<RowLayout<Row>, "columns">,
  map: RowMap,
  headers: readonly string[],
): Result<RowTranslator> {
  const known = headers.map(plain);
  const placeOf = (column: z.infer<typeof Column> | undefined): number =>
    (typeof column === "string" ? [column] : (column ?? []))
      .map((name) => known.indexOf(plain(name)))
      .find((at) => at !== -1) ?? -1;
  const unknown = Object.keys(map.columns).filter((name) => !columns.some(({ header }) => header === name));
  const placed = columns.map((column) => ({ column, place: placeOf(map.columns[column.header]) }));
  const issues = [
    ...unknown.map((name) => ({
      path: `columns.${name}`,
      message: `there is no such column; there are ${columns.map(({ header }) => header).join(", ")}`,
    })),
    ...placed
      .filter(({ column, place }) => column.needed === true && place === -1)
      .map(({ column }) => ({
        path: `columns.${column.header}`,
        message: `the file has no column for it; its first line has ${headers
          .slice(0, 40)
          .map((name) => `"${name}"`)
          .join(", ")}`,
      })),
  ];
  if (issues.length > 0) return refused(rejection("MALFORMED", { issues }));
  const kept = placed.filter(({ place }) => place !== -1);
  const only = map.only === undefined ? null : { place: placeOf(map.only.column), values: map.only.values };
  return ok({
    headers: kept.map(({ column }) => column.header),
    dayPlaces: kept.filter(({ column }) => column.kind === "day").map(({ place }) => place),
    row(record, order, accountNamed) {
      const at = (place: number): string => (record[place] ?? "").trim();
      if (only !== null && only.place !== -1 && !only.values.includes(at(only.place).toLowerCase()))
        return { ok: true, cells: null };
      const cells: string[] = [];
      for (const { column, place } of kept) {
        const cell = at(place);
        if (column.kind === "day" && cell !== "") {
          const day = dayIn(cell, map, order);
          if (day === null)
            return {
              ok: false,
              reason: "bad-date",
              message: `${column.header}: "${cell.slice(0, 40)}" is no date that exists in the form ${map.date.formats.join(" or ")}`,
            };
          cells.push(day);
        } else if (column.header === "account" && map.accountBy === "name" && cell !== "") {
          const account = accountNamed(cell);
          if (account === null)
            return {
              ok: false,
              reason: "no-account",
              message: `no account is called "${cell.slice(0, 100)}"; open it, or rename it so`,
            };
          cells.push(account);
        } else if (column.header === "balance" && isNothing(cell)) return { ok: true, cells: null };
        else cells.push(cell);
      }
      return { ok: true, cells };
    },
  });
}

/** What is paid in full stays with the system that it was paid in. */
const isNothing = (amount: string): boolean => /^[^1-9]*0[^1-9]*$/.test(amount);

function dayIn(cell: string, map: RowMap, order: DateOrder | null): Day | null {
  for (const format of formatsInOrder(map.date.formats, order)) {
    const day = format.read(cell)?.day ?? null;
    if (day !== null) return day;
  }
  return null;
}

const plain = (header: string): string =>
  header
    .normalize("NFC")
    .trim()
    .replace(/[\s_-]+/g, " ")
    .toLowerCase();
