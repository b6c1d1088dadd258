import type { Result } from "../values/result.ts";
import { type DateOrder, watchDates } from "./date-order.ts";
import { findColumns, findHeaders } from "./import-columns.ts";
import type { CsvMap } from "./import-map.ts";
import type { ImportSettings } from "./import-settings.ts";

/** Goes over all records of a file before the first is used, to tell day from month. */
export interface FileDateWatch {
  readonly see: (record: readonly string[], line: number) => void;
  readonly decide: () => Result<DateOrder | null>;
  /** What the tool writes unless told otherwise, when the file itself leaves it open; null when there is no such habit. */
  readonly assume: () => DateOrder | null;
}

/** Null when the map's formats, or who imports, leave nothing open; then the file is read only once. */
export function fileDateWatch(
  map: CsvMap,
  headers: readonly string[],
  settings: ImportSettings = {},
): FileDateWatch | null {
  if ((settings.dateOrder ?? map.date.order) !== undefined) return null;
  const watch = watchDates(map.date.formats);
  const found = findColumns(map.columns, headers, ["account", "worker"]);
  if (watch === null || !found.ok) return null;
  const { date, endDate } = found.places;
  const places = [...(date ?? []), ...(endDate ?? []), ...findHeaders(map.date.witnesses, headers)];
  return {
    see(record, line) {
      for (const at of places) watch.see((record[at] ?? "").trim(), line);
    },
    decide: watch.decide,
    assume: () => (watch.isOpen() ? (map.date.usual ?? null) : null),
  };
}
