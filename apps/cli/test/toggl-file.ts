import { type ImportCounts, type ImportRequest, importFile } from "../src/time-import/import-file.ts";
import { loadMap } from "../src/time-import/load-map.ts";
import { memoryBooks } from "./memory-books.ts";

export const togglHeader =
  "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()";

/** Half an hour of work, as Toggl exports it. */
export const togglRow = (description: string, minute = 0, client = "Acme"): string =>
  `Ann,a@x,${client},Site,,"${description}",Yes,2024-03-05,09:${String(minute % 60).padStart(2, "0")}:00,2024-03-05,10:00:00,00:30:00,,`;

export const togglRows = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => togglRow(`row ${at}`, at));

/** A report of those rows, with the byte-order mark that Toggl puts first. */
export const togglFile = (rows: readonly string[]): string => `\ufeff${[togglHeader, ...rows].join("\r\n")}\r\n`;

/** Imports a file with a map of that name, into books of its own unless others are given. */
export async function imported(path: string, map: string, more: Partial<ImportRequest> = {}): Promise<ImportCounts> {
  return importFile({ path, map: await loadMap(map), settings: {}, send: memoryBooks().send, ...more });
}
