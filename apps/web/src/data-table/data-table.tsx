import { Trans } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense } from "react";
import { loadPatiently } from "../api/part-missing.ts";
import { type Column, type SortText, sortRows } from "./column.ts";
import { CsvButton } from "./csv-button.tsx";
import classes from "./data-table.module.css";
import { HeadCell } from "./head-cell.tsx";
import type { ListQuery } from "./list-query.ts";
import { MoreRows } from "./more-rows.tsx";
import { TableRow } from "./table-row.tsx";

/** More rows than these are put on the page only as they come into view. */
const many = 200;

const ManyRows = lazy(async () => ({
  default: (await loadPatiently(() => import("./many-rows.tsx"))).ManyRows,
})) as unknown as typeof import("./many-rows.tsx").ManyRows;

/** Rows with sorting, totals and export; on a phone each row is a card. */
export function DataTable<Row>({
  label,
  rows,
  columns,
  rowKey,
  sort,
  fileName,
  empty,
  more,
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
  /** Where more rows come from: offered below, and exported with the others. */
  readonly more?: ListQuery;
  /** What else belongs below. */
  readonly after?: ReactNode;
}) {
  if (rows.length === 0) return empty;
  const sorted = sortRows(rows, columns, sort);
  return (
    <div>
      <div className={classes.scroll}>
        <table
          className={classes.table}
          aria-label={label}
          aria-rowcount={sorted.length > many ? sorted.length + 1 : undefined}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} sort={sort} />
              ))}
            </tr>
          </thead>
          {sorted.length > many ? (
            <Suspense fallback={<Rows rows={sorted.slice(0, many)} columns={columns} rowKey={rowKey} />}>
              <ManyRows rows={sorted} columns={columns} rowKey={rowKey} />
            </Suspense>
          ) : (
            <Rows rows={sorted} columns={columns} rowKey={rowKey} />
          )}
          <Totals rows={rows} columns={columns} />
        </table>
      </div>
      <div className={classes.foot}>
        {more === undefined ? null : <MoreRows query={more} shown={rows.length} />}
        {after}
        {fileName === undefined ? null : (
          <CsvButton rows={sorted} columns={columns} fileName={fileName} of={label} more={more} />
        )}
      </div>
    </div>
  );
}

function Rows<Row>({
  rows,
  columns,
  rowKey,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
}) {
  return (
    <tbody>
      {rows.map((row) => (
        <TableRow key={rowKey(row)} row={row} columns={columns} />
      ))}
    </tbody>
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
            {total === undefined ? at === 0 ? <Trans>Total</Trans> : null : total(rows)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
