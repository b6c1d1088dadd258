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
import { type CsvRecord, csvRecords, guessDelimiter } from "./csv-records.ts";
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
  /** In a file of rejected rows: its line in the file that it was rejected from, and the mark that was put beside it. */
  readonly rejectedFrom?: { readonly line: number; readonly mark: string } | undefined;
}

export interface FileRows {
  /** The names of the fields, without those that a file of rejected rows has in front. */
  readonly headers: readonly string[];
  /** What stands between the fields. */
  readonly delimiter: string;
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
  const { cells, delimiter } = await firstRecord(file, map);
  const again = isOfRejectedRows(cells);
  const ownOf = again ? withoutRejection(cells) : (all: readonly string[]) => all;
  const headers = ownOf(cells);
  const dateOrder = await orderOfDates(file, map, headers, ownOf);
  const read = rowReader(map, headers, { ...file.settings, dateOrder });
  if (!read.ok) throw new UnreadableFile(read.rejection);
  const readRow = read.value;
  async function* batches(): AsyncGenerator<readonly FileRow[]> {
    for await (const records of recordsOf(file, map))
      yield records.map(({ line, raw, cells: all }) => {
        const own = ownOf(all);
        const row = { line, raw, cells: own, outcome: readRow(own) };
        return again ? { ...row, rejectedFrom: { line: lineOf(all[0]), mark: markOf(cells, all) } } : row;
      });
  }
  return { headers, delimiter, batches: batches() };
}

/** Reads the whole file once before its rows are used, where only that tells day from month. */
async function orderOfDates(
  file: FileToRead,
  map: CsvMap,
  headers: readonly string[],
  ownOf: (cells: readonly string[]) => readonly string[],
): Promise<DateOrder | undefined> {
  const watch = fileDateWatch(map, headers, file.settings);
  if (watch === null) return file.settings.dateOrder;
  for await (const records of recordsOf(file, map))
    for (const { cells, line } of records) watch.see(ownOf(cells), line);
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
    if (await beginsWithRejected(file)) {
      yield* rejectedClockLines(file, reader);
      return;
    }
    for await (const lines of textLines(textOf(file)))
      yield lines.flatMap(({ line, raw }) => reader.line(raw, line)).map((found) => ({ ...found, cells: [found.raw] }));
    yield reader.end().map((found) => ({ ...found, cells: [found.raw] }));
  }
  return { headers: ["lines"], delimiter: ",", batches: batches() };
}

async function beginsWithRejected(file: FileToRead): Promise<boolean> {
  for await (const [first] of textLines(textOf(file)))
    return first !== undefined && isOfRejectedRows(first.raw.split(","));
  return false;
}

/** Lines of a clock that were rejected and put right: each record has the lines of one session. */
async function* rejectedClockLines(
  file: FileToRead,
  reader: ReturnType<typeof timeclockReader>,
): AsyncGenerator<readonly FileRow[]> {
  for await (const records of recordsOf(file, { delimiter: "," }))
    yield records.flatMap(({ cells }) =>
      (cells[ofRejectedRows.length] ?? "")
        .split(/\r?\n/)
        .flatMap((raw) => reader.line(raw, lineOf(cells[0])))
        .map((found) => ({
          ...found,
          cells: [found.raw],
          rejectedFrom: { line: lineOf(cells[0]), mark: cells[ofRejectedRows.length + 1] ?? "" },
        })),
    );
  yield reader.end().map((found) => ({
    ...found,
    cells: [found.raw],
    rejectedFrom: { line: found.line, mark: "" },
  }));
}

/** What a file of rejected rows has in front of the fields of the file that it comes from. */
export const ofRejectedRows = ["line", "reason", "message"] as const;
/** … and what stands behind them: it tells whether a row came back unchanged. */
export const markHeader = "row mark";

/** The fields of the first file, out of a record of its rejected rows. */
function withoutRejection(headers: readonly string[]): (cells: readonly string[]) => readonly string[] {
  const marked = headers.at(-1) === markHeader;
  return (cells) =>
    cells.slice(ofRejectedRows.length, marked && cells.length >= headers.length ? headers.length - 1 : undefined);
}

const markOf = (headers: readonly string[], cells: readonly string[]): string =>
  headers.at(-1) === markHeader ? (cells[headers.length - 1] ?? "") : "";

const isOfRejectedRows = (headers: readonly string[]): boolean =>
  ofRejectedRows.every((name, at) => headers[at] === name);

const lineOf = (cell: string | undefined): number => Number.parseInt(cell ?? "", 10) || 0;

/** The header line, and the character that stands between its fields. */
async function firstRecord(
  file: FileToRead,
  map: CsvMap,
): Promise<{ readonly cells: readonly string[]; readonly delimiter: string }> {
  for await (const records of csvRecords(textOf(file), map.delimiter)) {
    const header = records[0];
    if (header !== undefined)
      return { cells: header.cells, delimiter: map.delimiter ?? guessDelimiter(Buffer.from(header.raw)) };
  }
  throw unreadable(`${file.path} is empty; a CSV file starts with the names of its columns`);
}

/** All records but the header. */
async function* recordsOf(file: FileToRead, map: Pick<CsvMap, "delimiter">): AsyncGenerator<readonly CsvRecord[]> {
  let isFirst = true;
  for await (const records of csvRecords(textOf(file), map.delimiter)) {
    yield isFirst ? records.slice(1) : records;
    isFirst = false;
  }
}

const textOf = (file: FileToRead): AsyncGenerator<Buffer> => utf8Text(fileBytes(file.path), file.encoding);
