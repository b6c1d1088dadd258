import type { Column } from "./column.ts";

/** A column of an export whose rows are not shown as a table of ours, but as cards or under a chart. */
export const plainColumn = <Row>(id: string, label: string, csv: (row: Row) => string | number): Column<Row> => ({
  ...{ id, label, csv },
  show: csv,
});
