import {
  type CsvMap,
  type DateOrder,
  fileDateWatch,
  type ImportMap,
  type ImportSettings,
  type RowOutcome,
  rowReader,
  type TimeclockMap,
  timeclockReader,
} from "@cimpro/domain";
import { type CsvRecord, csvRecords } from "./csv-records.ts";
import { fileBytes } from "./file-bytes.ts";
import { textLines } from "./text-lines.ts";
import { UnreadableFile, unreadable } from "./unreadable-file.ts";
import { utf8Text } from "./utf8-text.ts";

/** A row of the file, and the time it states or why it states none. */
export interface FileRow {
  readonly line: number;
  /** As in the file: its fields, or for a format without fields its text as the only one. */
  readonly cells: readonly string[];
  readonly raw: string;
  readonly outcome: RowOutcome;
}

export interface FileRows {
  /** The names of the fields. */
  readonly headers: readonly string[];
  readonly batches: AsyncIterable<readonly FileRow[]>;
}

/** What to read, and how. */
export interface FileToRead {
  readonly path: string;
  readonly map: ImportMap;
  readonly settings: ImportSettings;
  /** For files that are neither UTF-8 nor marked, such as `windows-1252`. */
  readonly encoding?: string | undefined;
  /** Told when every date reads both ways and the tool's usual order is taken. */
  readonly onAssumed?: ((order: DateOrder) => void) | undefined;
}

/** Opens a file of time. Throws `UnreadableFile` when it is none, at once or when its reader comes to the fault. */
export function openRows(file: FileToRead): Promise<FileRows> {
  const { map } = file;
  return map.format === "csv" ? openCsv(file, map) : Promise.resolve(openTimeclock(file, map));
}

async function openCsv(file: FileToRead, map: CsvMap): Promise<FileRows> {
  const headers = await firstRecord(file, map);
  const dateOrder = await orderOfDates(file, map, headers);
  const read = rowReader(map, headers, { ...file.settings, dateOrder });
  if (!read.ok) throw new UnreadableFile(read.rejection);
  const readRow = read.value;
  async function* batches(): AsyncGenerator<readonly FileRow[]> {
    for await (const records of recordsOf(file, map))
      yield records.map(({ line, raw, cells }) => ({ line, raw, cells, outcome: readRow(cells) }));
  }
  return { headers, batches: batches() };
}

/** Reads the whole file once before its rows are used, where only that tells day from month. */
async function orderOfDates(file: FileToRead, map: CsvMap, headers: readonly string[]): Promise<DateOrder | undefined> {
  const watch = fileDateWatch(map, headers, file.settings);
  if (watch === null) return file.settings.dateOrder;
  for await (const records of recordsOf(file, map)) for (const { cells, line } of records) watch.see(cells, line);
  const assumed = watch.assume();
  if (assumed !== null) {
    file.onAssumed?.(assumed);
    return assumed;
  }
  const decision = watch.decide();
  if (decision.ok) return decision.value ?? undefined;
  throw unreadable(`${decision.rejection.message}, with --date-order month-first or --date-order day-first`);
}

function openTimeclock(file: FileToRead, map: TimeclockMap): FileRows {
  const reader = timeclockReader(map, file.settings);
  async function* batches(): AsyncGenerator<readonly FileRow[]> {
    for await (const lines of textLines(textOf(file)))
      yield lines.flatMap(({ line, raw }) => reader.line(raw, line)).map((found) => ({ ...found, cells: [found.raw] }));
    yield reader.end().map((found) => ({ ...found, cells: [found.raw] }));
  }
  return { headers: ["lines"], batches: batches() };
}

async function firstRecord(file: FileToRead, map: CsvMap): Promise<readonly string[]> {
  for await (const records of csvRecords(textOf(file), map.delimiter)) {
    const header = records[0];
    if (header !== undefined) return header.cells;
  }
  throw unreadable(`${file.path} is empty; a CSV file starts with the names of its columns`);
}

/** All records but the header. */
async function* recordsOf(file: FileToRead, map: CsvMap): AsyncGenerator<readonly CsvRecord[]> {
  let isFirst = true;
  for await (const records of csvRecords(textOf(file), map.delimiter)) {
    yield isFirst ? records.slice(1) : records;
    isFirst = false;
  }
}

const textOf = (file: FileToRead): AsyncGenerator<Buffer> => utf8Text(fileBytes(file.path), file.encoding);
