import type { ReactNode } from "react";

/** A column of a table: what a row shows in it, and what it is worth when sorting, adding up and exporting. */
export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly show: (row: Row) => ReactNode;
  /** What it sorts by; without it the column cannot be sorted. */
  readonly value?: (row: Row) => string | number;
  /** What the export holds; without it, the value. */
  readonly csv?: (row: Row) => string | number;
  /** The total of the column, where one makes sense. */
  readonly total?: (rows: readonly Row[]) => ReactNode;
  /** Figures stand right-aligned under each other. */
  readonly figures?: true;
  /** On a phone, stands beside the card's title, without a label. */
  readonly beside?: true;
  /** Left out on a phone. */
  readonly wide?: true;
}

/** `name` sorts upwards, `-name` downwards; `fixed`: the order of the rows says something and stays. */
export type SortText = string | undefined;

/** The rows in the order asked for; in their own order when nothing, or nothing known, is asked. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: SortText): readonly Row[] {
  const value = columns.find(({ id }) => id === sort?.replace(/^-/, ""))?.value;
  if (sort === undefined || value === undefined) return rows;
  const upwards = rows
    .map((row) => ({ row, worth: value(row) }))
    .sort((a, b) => compare(a.worth, b.worth))
    .map(({ row }) => row);
  return sort.startsWith("-") ? upwards.toReversed() : upwards;
}

/** What a click on a column's head asks for next: downwards for figures first, upwards for words. */
export function nextSort<Row>(column: Column<Row>, sort: SortText): SortText {
  const [first, second] = column.figures ? [`-${column.id}`, column.id] : [column.id, `-${column.id}`];
  return sort === first ? second : sort === second ? undefined : first;
}

// Asked thousands of times for a long list: made once.
const order = new Intl.Collator("en");

const compare = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b));
