import type { ReactNode } from "react";
import { type Column, type SortText, sortRows } from "./column.ts";
import { CsvButton } from "./csv-button.tsx";
import classes from "./data-table.module.css";
import { HeadCell } from "./head-cell.tsx";

/** Rows with sorting, totals and export; on a phone each row is a card. */
export function DataTable<Row>({
  label,
  rows,
  columns,
  rowKey,
  sort,
  fileName,
  empty,
  after,
}: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly sort: SortText;
  /** Offers the rows as a CSV file of that name. */
  readonly fileName?: string;
  readonly empty: ReactNode;
  /** More rows, or what else belongs below. */
  readonly after?: ReactNode;
}) {
  if (rows.length === 0) return empty;
  const sorted = sortRows(rows, columns, sort);
  return (
    <div>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} sort={sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ id, label: head, show, figures, wide, beside }, at) => (
                  <td
                    key={id}
                    data-label={head}
                    data-figures={figures}
                    data-wide={wide}
                    data-beside={beside}
                    data-first={at === 0 || undefined}
                  >
                    {show(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <Totals rows={rows} columns={columns} />
        </table>
      </div>
      <div className={classes.foot}>
        {after}
        {fileName === undefined ? null : <CsvButton rows={sorted} columns={columns} fileName={fileName} />}
      </div>
    </div>
  );
}

function Totals<Row>({ rows, columns }: { readonly rows: readonly Row[]; readonly columns: readonly Column<Row>[] }) {
  if (rows.length < 2 || columns.every(({ total }) => total === undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map(({ id, label, total, figures, wide, beside }, at) => (
          <td
            key={id}
            data-label={label}
            data-figures={figures}
            data-wide={wide}
            data-beside={beside}
            data-first={at === 0 || undefined}
            data-blank={(total === undefined && at > 0) || undefined}
          >
            {total === undefined ? (at === 0 ? "Total" : null) : total(rows)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
