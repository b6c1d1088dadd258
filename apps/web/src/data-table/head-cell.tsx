import { t } from "@lingui/core/macro";
import { VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type Column, nextSort, type SortText } from "./column.ts";
import classes from "./data-table.module.css";

/** The head of a column; where the column has an order, a link that asks for it. */
export function HeadCell<Row>({ column, sort }: { readonly column: Column<Row>; readonly sort: SortText }) {
  const { id, label, figures, wide, value } = column;
  const way = sort === id ? "ascending" : sort === `-${id}` ? "descending" : undefined;
  return (
    <th scope="col" data-figures={figures} data-wide={wide} aria-sort={way}>
      {value === undefined || sort === "fixed" ? (
        label || <VisuallyHidden>{t`What can be done`}</VisuallyHidden>
      ) : (
        <Link
          to="."
          search={(search: Record<string, unknown>) => ({ ...search, sort: nextSort(column, sort) })}
          resetScroll={false}
          preload={false}
          className={classes.sort}
        >
          {label}
          {way === "ascending" ? <IconArrowUp size={13} aria-hidden /> : null}
          {way === "descending" ? <IconArrowDown size={13} aria-hidden /> : null}
        </Link>
      )}
    </th>
  );
}
