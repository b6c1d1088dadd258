import type { ColumnKey, Places } from "./import-columns.ts";
import type { CsvMap } from "./import-map.ts";

/** The text of a record under one of our column names; empty where the file says nothing. */
export type Cells = (record: readonly string[], key: ColumnKey) => string;

/** Trims, joins what the map joins, and takes the source's own marks for nothing as nothing. */
export function cellReader(places: Places, blank: CsvMap["blank"]): Cells {
  return (record, key) => {
    const place = places[key];
    if (place === null) return "";
    if (place.length === 1) return said(record[place[0] ?? -1], blank);
    return place
      .map((at) => said(record[at], blank))
      .filter((cell) => cell !== "")
      .join(" ");
  };
}

function said(cell: string | undefined, blank: CsvMap["blank"]): string {
  const trimmed = (cell ?? "").trim();
  return blank.includes(trimmed) ? "" : trimmed;
}
