import type { WrittenImportMap } from "../import-map.ts";

/**
 * Kimai's export of timesheets as CSV, with English or German headers: the one of 2025 and later, with decimal hours, and
 * the older ones with `H:MM`. Kimai marks what was invoiced as exported, and writes yes and no as 1 and 0.
 */
export const kimai = {
  format: "csv",
  source: "kimai",
  columns: {
    externalId: { names: ["ID"], optional: true },
    account: { names: ["Customer", "Kunde"], optional: true },
    deliverable: { names: ["Project", "Projekt"], optional: true },
    worker: ["Name", "User", "Benutzer"],
    date: ["Date", "Datum"],
    startTime: { names: ["Begin", "From", "Beginn", "Von"], optional: true },
    endTime: { names: ["End", "To", "Ende", "Bis"], optional: true },
    duration: { names: ["Duration", "Dauer"], optional: true },
    task: { names: ["Activity", "Tätigkeit"], optional: true },
    note: { names: ["Description", "Beschreibung"], optional: true },
    billable: { names: ["Billable", "Abrechenbar"], optional: true },
    invoiced: { names: ["Exported", "Exportiert"], optional: true },
  },
  date: { formats: ["yyyy-MM-dd", "M/d/yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"] },
  time: { formats: ["H:mm", "H:mm:ss", "h:mm a", "yyyy-MM-dd H:mm"] },
  billableValues: ["1", "yes", "true", "ja"],
  nonBillableValues: ["0", "", "no", "false", "nein"],
  invoicedValues: ["1", "yes", "true", "ja"],
  notInvoicedValues: ["0", "", "no", "false", "nein"],
  createMissing: true,
} as const satisfies WrittenImportMap;
