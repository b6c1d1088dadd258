import type { WrittenImportMap } from "../import-map.ts";

/**
 * Harvest's detailed time report as CSV, whatever optional columns it has, with commas or points for decimals. `Hours` is
 * the time tracked; `Hours Rounded` is read only where that is missing, because exact minutes are billed (RATE-5).
 */
export const harvest = {
  format: "csv",
  source: "harvest",
  columns: {
    account: { names: ["Client"], optional: true },
    deliverable: { names: ["Project"], optional: true },
    worker: { names: ["First Name", "Last Name"], join: true },
    date: ["Date"],
    hours: ["Hours", "Hours Rounded"],
    task: { names: ["Task"], optional: true },
    note: { names: ["Notes"], optional: true },
    billable: { names: ["Billable?"], optional: true },
    invoiced: { names: ["Invoiced?"], optional: true },
  },
  date: {
    formats: ["yyyy-MM-dd", "M/d/yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy/MM/dd", "yyyy.MM.dd"],
  },
  createMissing: true,
} as const satisfies WrittenImportMap;
