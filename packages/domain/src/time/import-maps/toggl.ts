import type { WrittenImportMap } from "../import-map.ts";

/**
 * Toggl Track's detailed report as CSV: the report of old (`User`, `End date`) and that of 2024 and later, which lets
 * people choose columns and date formats (`Member`, `Stop date`, a hyphen for nothing).
 */
export const toggl = {
  format: "csv",
  source: "toggl",
  columns: {
    account: { names: ["Client"], optional: true },
    deliverable: { names: ["Project"], optional: true },
    worker: { names: ["User", "Member"] },
    date: ["Start date"],
    startTime: { names: ["Start time"], optional: true },
    endDate: { names: ["End date", "Stop date"], optional: true },
    endTime: { names: ["End time", "Stop time"], optional: true },
    duration: { names: ["Duration"], optional: true },
    task: { names: ["Task"], optional: true },
    note: { names: ["Description"], optional: true },
    billable: { names: ["Billable"], optional: true },
  },
  blank: ["-"],
  date: { formats: ["yyyy-MM-dd", "M/d/yyyy", "d/M/yyyy", "M-d-yyyy", "d-M-yyyy", "d.M.yyyy"] },
  createMissing: true,
} as const satisfies WrittenImportMap;
