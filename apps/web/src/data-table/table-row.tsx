import { memo, type Ref } from "react";
import type { Column } from "./column.ts";

function PlainRow<Row>({
  row,
  columns,
  place,
  measure,
}: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  /** Its place among all rows, from 0, where not all are on the page. */
  readonly place?: number;
  readonly measure?: Ref<HTMLTableRowElement>;
}) {
  return (
    // The head is row 1.
    <tr ref={measure} data-index={place} aria-rowindex={place === undefined ? undefined : place + 2}>
      {columns.map(({ id, label, show, figures, wide, beside }, at) => (
        <td
          key={id}
          data-label={label}
          data-figures={figures}
          data-wide={wide}
          data-beside={beside}
          data-first={at === 0 || undefined}
        >
          {show(row)}
        </td>
      ))}
    </tr>
  );
}

/** One row of a table; on a phone, a card. Put up anew only when it, or its columns, changed: others come into view beside it. */
export const TableRow = memo(PlainRow) as typeof PlainRow;
