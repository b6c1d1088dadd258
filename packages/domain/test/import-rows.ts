import { ImportMap, type WrittenImportMap } from "../src/time/import-map.ts";
import type { RowOutcome } from "../src/time/import-outcome.ts";
import { type RowReader, rowReader } from "../src/time/import-row.ts";
import type { ImportSettings } from "../src/time/import-settings.ts";

/** A map as the contract shows it. */
export const written = {
  format: "csv",
  columns: {
    externalId: "id",
    account: "client",
    deliverable: "project",
    worker: "person",
    date: "start",
    minutes: "minutes",
    note: "note",
  },
  date: { formats: ["M/d/yyyy H:mm"] },
} as const satisfies WrittenImportMap;

export const headers = ["id", "client", "project", "person", "start", "minutes", "note"];
export const good = ["7", "Acme", "Portal", "Ann", "9/16/2011 3:03", "8", "Review"];

/** Reads records of a file with these headers. */
export function reader(
  map: WrittenImportMap,
  fileHeaders: readonly string[] = headers,
  settings?: ImportSettings,
): RowReader {
  const parsed = ImportMap.parse(map);
  if (parsed.format !== "csv") throw new Error("This map reads no rows.");
  const read = rowReader(parsed, fileHeaders, settings);
  if (!read.ok) throw new Error(read.rejection.message);
  return read.value;
}

export const withCell = (header: string, cell: string): readonly string[] =>
  good.map((each, at) => (headers[at] === header ? cell : each));

export const reason = (outcome: RowOutcome): string => (outcome.ok ? "taken in" : outcome.reason);
