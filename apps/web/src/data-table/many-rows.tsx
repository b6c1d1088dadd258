import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Column } from "./column.ts";
import { TableRow } from "./table-row.tsx";

/** A first guess, of a row and of a card on a phone; every one that comes into view is measured. */
const likelyHeight = () => (matchMedia("(max-width: 48em)").matches ? 130 : 42);

/** The body of a long table: only the rows in view and a few beside them are on the page, and all of them on paper. */
export function ManyRows<Row>({
  rows,
  columns,
  rowKey,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [above, setAbove] = useState(0);
  // Asked for every row whenever one turns out higher: worked out once.
  const [likely] = useState(likelyHeight);
  const printing = usePrinting();
  useLayoutEffect(() => setAbove((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  useSteadyColumns(body);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => likely,
    getItemKey: (at) => rowKey(rows[at] as Row),
    scrollMargin: above,
    overscan: 8,
  });
  if (printing)
    return (
      <tbody ref={body}>
        {rows.map((row) => (
          <TableRow key={rowKey(row)} row={row} columns={columns} />
        ))}
      </tbody>
    );
  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? above) - above;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? above) - above);
  return (
    <tbody ref={body}>
      <Space height={before} columns={columns.length} />
      {items.map(({ index, key }) => (
        <TableRow key={key} row={rows[index] as Row} columns={columns} place={index} measure={virtual.measureElement} />
      ))}
      <Space height={after} columns={columns.length} />
    </tbody>
  );
}

/** Where the rows that are not on the page would be. */
function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden style={{ border: 0, padding: 0, background: "none" }}>
      <td colSpan={columns} data-space style={{ height, padding: 0 }} />
    </tr>
  );
}

/** Whether the page is being printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it is when the event ends.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

/** Keeps the columns as wide as the first rows made them: they would jump as others come into view. */
function useSteadyColumns(body: React.RefObject<HTMLTableSectionElement | null>): void {
  useLayoutEffect(() => {
    const table = body.current?.closest("table");
    if (!table) return;
    const heads = [...table.querySelectorAll<HTMLElement>("th")];
    const free = () => {
      table.style.tableLayout = "";
      for (const head of heads) head.style.width = "";
    };
    const hold = () => {
      free();
      const widths = heads.map((head) => head.getBoundingClientRect().width);
      heads.forEach((head, at) => {
        head.style.width = `${widths[at]}px`;
      });
      table.style.tableLayout = "fixed";
    };
    hold();
    addEventListener("resize", hold);
    return () => {
      removeEventListener("resize", hold);
      free();
    };
  }, [body]);
}
