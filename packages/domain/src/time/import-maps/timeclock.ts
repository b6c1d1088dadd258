import type { WrittenImportMap } from "../import-map.ts";

/** hledger's timeclock text: `i` and `o` lines, read by `timeclockReader`. It names no worker, so who imports must. */
export const timeclock = {
  format: "timeclock",
  source: "timeclock",
  createMissing: true,
} as const satisfies WrittenImportMap;
