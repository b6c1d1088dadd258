import type { Cells } from "./import-cells.ts";
import type { Places } from "./import-columns.ts";
import type { CsvMap } from "./import-map.ts";
import { quoted, type RowRefused, rowRefused } from "./import-outcome.ts";
import type { ImportSettings } from "./import-settings.ts";

/** Whether a row is billed, and by whom. */
export interface Billing {
  readonly ok: true;
  readonly billable: boolean;
  readonly settledElsewhere: boolean;
}

export type BillingReader = (record: readonly string[]) => Billing | RowRefused;

/** Files that do not say are billable and not invoiced. A word that is neither yes nor no is refused: money hangs on it. */
export function billingReader(
  map: CsvMap,
  places: Places,
  cells: Cells,
  invoicedRows: NonNullable<ImportSettings["invoiced"]>,
): BillingReader {
  return (record) => {
    const marked =
      places.billable === null || yesOrNo(cells(record, "billable"), map.billableValues, map.nonBillableValues);
    if (marked === null) return unclear("billable", cells(record, "billable"));
    const invoiced =
      places.invoiced !== null && yesOrNo(cells(record, "invoiced"), map.invoicedValues, map.notInvoicedValues);
    if (invoiced === null) return unclear("invoiced", cells(record, "invoiced"));
    const billable = marked && !map.nonBillableTypes.includes(cells(record, "type").toLowerCase());
    const elsewhere = invoicedRows === "every-row" || (invoiced && invoicedRows === "settled-elsewhere");
    return { ok: true, billable, settledElsewhere: billable && elsewhere };
  };
}

function yesOrNo(cell: string, yes: readonly string[], no: readonly string[]): boolean | null {
  const word = cell.toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : null;
}

const unclear = (what: "billable" | "invoiced", cell: string): RowRefused =>
  rowRefused(
    "bad-text",
    `${quoted(cell)} under ${what} is neither yes nor no; name it in ${what}Values or its opposite`,
  );
