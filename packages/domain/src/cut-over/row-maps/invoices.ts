import { RowMap, type WrittenRowMap } from "../row-map.ts";

const usualDates = [
  "yyyy-MM-dd",
  "M/d/yyyy",
  "d/M/yyyy",
  "M-d-yyyy",
  "d-M-yyyy",
  "d.M.yyyy",
  "d MMM yyyy",
  "MMM d, yyyy",
] as const;

/** The invoice files of other tools, as their exports name the columns. */
const invoiceMaps = {
  /** Harvest's invoice report. */
  harvest: {
    columns: {
      account: ["Client"],
      number: ["ID", "Invoice ID", "Number"],
      "issued on": ["Issue Date", "Issued"],
      "due on": ["Due Date"],
      total: ["Invoice Amount", "Amount"],
      balance: ["Balance", "Due Amount"],
      note: ["Subject"],
    },
    date: { formats: [...usualDates] },
  },
  /** QuickBooks: a list of invoices, or of transactions, of which the invoices are taken. */
  quickbooks: {
    columns: {
      account: ["Customer", "Customer full name", "Name"],
      number: ["Num", "No.", "Invoice no.", "Invoice #"],
      "issued on": ["Date", "Invoice date", "Transaction date"],
      "due on": ["Due date"],
      total: ["Amount", "Total", "Total amount"],
      balance: ["Open balance", "Balance", "Balance due"],
      note: ["Memo", "Memo/Description"],
    },
    date: { formats: [...usualDates] },
    only: { column: ["Transaction type", "Type"], values: ["invoice"] },
  },
  /** Xero's export of sales invoices, a row for each of their lines. */
  xero: {
    columns: {
      account: ["ContactName", "Contact"],
      number: ["InvoiceNumber", "Invoice number", "Number"],
      "issued on": ["InvoiceDate", "Invoice date", "Date"],
      "due on": ["DueDate", "Due date"],
      total: ["Total"],
      balance: ["InvoiceAmountDue", "Amount due", "AmountDue", "Due"],
      note: ["Reference", "Ref"],
    },
    date: { formats: [...usualDates] },
    only: { column: ["Type"], values: ["sales invoice", "invoice", "accrec"] },
  },
} as const satisfies Record<string, WrittenRowMap>;

export const invoiceMapNames: readonly string[] = Object.keys(invoiceMaps);

/** One of the built-in maps by its name; null where there is none. */
export function builtInInvoiceMap(name: string): RowMap | null {
  const known = Object.entries(invoiceMaps).find(([each]) => each === name);
  return known === undefined ? null : RowMap.parse(known[1]);
}
