import type { WrittenImportMap } from "../import-map.ts";

/**
 * Clockify's detailed report as CSV, with or without `Type`, `Invoiced`, `Date of creation` and the columns for money.
 * Dates and times are written as the person who exported prefers them; breaks and time off are nobody's bill.
 */
export const clockify = {
  format: "csv",
  source: "clockify",
  columns: {
    account: { names: ["Client"], optional: true },
    deliverable: { names: ["Project"], optional: true },
    worker: { names: ["User"] },
    date: ["Start Date"],
    startTime: { names: ["Start Time"], optional: true },
    endDate: { names: ["End Date"], optional: true },
    endTime: { names: ["End Time"], optional: true },
    duration: { names: ["Duration (h)"], optional: true },
    hours: { names: ["Duration (decimal)"], optional: true },
    task: { names: ["Task", "Activity"], optional: true },
    note: { names: ["Description"], optional: true },
    billable: { names: ["Billable"], optional: true },
    invoiced: { names: ["Invoiced"], optional: true },
    type: { names: ["Type"], optional: true },
  },
  date: {
    formats: ["yyyy-MM-dd", "M/d/yyyy", "d/M/yyyy", "d.M.yyyy", "M-d-yyyy", "d-M-yyyy", "yyyy/MM/dd", "yyyy.MM.dd"],
    witnesses: ["Date of creation"],
  },
  nonBillableTypes: ["break", "holiday", "time off"],
  createMissing: true,
} as const satisfies WrittenImportMap;
