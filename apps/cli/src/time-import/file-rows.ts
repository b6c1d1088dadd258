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
  /** It is a further day of the row before it. */
  readonly isFurtherDay?: true | undefined;
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
  const beginning = await beginningOf(file, map);
  const { cells, delimiter } = beginning;
  const again = isOfRejectedRows(cells);
  const ownOf = again ? withoutRejection(cells) : (all: readonly string[]) => all;
  const headers = ownOf(cells);
  const dateOrder = await orderOfDates(file, map, beginning, ownOf);
  const read = rowReader(map, headers, { ...file.settings, dateOrder });
  if (!read.ok) throw new UnreadableFile(read.rejection);
  const readRow = read.value;
  async function* batches(): AsyncGenerator<readonly FileRow[]> {
    for await (const records of recordsOf(file, beginning))
      yield records.flatMap(({ line, raw, cells: all }) => {
        const own = ownOf(all);
        const row = { line, raw, cells: own, outcome: readRow(own) };
        return partsOf(again ? { ...row, rejectedFrom: { line: lineOf(all[0]), mark: markOf(cells, all) } } : row);
      });
  }
  return { headers, delimiter, batches: batches() };
}

/** A row of more than a day that becomes an entry for each of its days is a row for each. */
function partsOf(row: FileRow): readonly FileRow[] {
  const { outcome } = row;
  if (!outcome.ok || outcome.more === undefined) return [row];
  return [outcome.entry, ...outcome.more].map((entry, at) => ({
    ...{ ...row, outcome: { ok: true, entry } },
    ...(at === 0 ? {} : { isFurtherDay: true as const }),
  }));
}

/** Reads the whole file once before its rows are used, where only that tells day from month. */
async function orderOfDates(
  file: FileToRead,
  map: CsvMap,
  beginning: Beginning,
  ownOf: (cells: readonly string[]) => readonly string[],
): Promise<DateOrder | undefined> {
  const watch = fileDateWatch(map, ownOf(beginning.cells), file.settings);
  if (watch === null) return file.settings.dateOrder;
  for await (const records of recordsOf(file, beginning))
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
  for await (const records of recordsOf(file, { delimiter: ",", above: 1 }))
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

/** Where a CSV file begins: the names of its fields, what stands between them, and the lines before its first row. */
interface Beginning {
  readonly cells: readonly string[];
  readonly delimiter: string;
  /** Records that are no rows: the header, and what stands above it. */
  readonly above: number;
}

/** How many records may stand above a header that no map places. */
const mostAbove = 30;

/**
 * Finds the header: the first record, the one after the lines that the map skips, or the first that has what the map needs
 * where a title stands above it. A file without one has its places for names.
 */
async function beginningOf(file: FileToRead, map: CsvMap): Promise<Beginning> {
  const delimiter = await delimiterOf(file, map);
  const wanted = map.skipLines ?? 0;
  const seen = await firstRecords(file, delimiter, wanted + mostAbove);
  // A file of rejected rows begins with its own header, whatever the file did that it comes from.
  const [top] = seen;
  if (top !== undefined && isOfRejectedRows(top.cells)) return { cells: top.cells, delimiter, above: 1 };
  const first = seen.findIndex(({ line }) => line > wanted);
  const record = seen[first];
  if (record === undefined) throw unreadable(`${file.path} is empty; a CSV file starts with the names of its columns`);
  if (!map.header) return { cells: record.cells.map((_, at) => String(at + 1)), delimiter, above: first };
  const isHeader = ({ cells }: CsvRecord) => rowReader(map, cells, file.settings).ok;
  const found = map.skipLines === undefined ? seen.findIndex((each, at) => at < mostAbove && isHeader(each)) : first;
  // What the first record lacks is what is told where none has it all.
  return { cells: seen[found]?.cells ?? record.cells, delimiter, above: Math.max(found, first) + 1 };
}

/** So many records, if there are; a fault further down is told once its row is read. */
async function firstRecords(file: FileToRead, delimiter: string, many: number): Promise<readonly CsvRecord[]> {
  const seen: CsvRecord[] = [];
  try {
    for await (const records of csvRecords(textOf(file), delimiter)) {
      seen.push(...records);
      if (seen.length > many) break;
    }
  } catch (error) {
    if (seen.length === 0) throw error;
  }
  return seen;
}

/** As the map says, as a first line `sep=;` says to spreadsheets, or the sign that parts the most fields. */
async function delimiterOf(file: FileToRead, map: CsvMap): Promise<string> {
  for await (const chunk of textOf(file)) return map.delimiter ?? guessDelimiter(chunk);
  return map.delimiter ?? ",";
}

/** All records from the first row on. */
async function* recordsOf(
  file: FileToRead,
  { delimiter, above }: Pick<Beginning, "delimiter" | "above">,
): AsyncGenerator<readonly CsvRecord[]> {
  let left = above;
  for await (const records of csvRecords(textOf(file), delimiter)) {
    yield records.slice(left);
    left -= Math.min(left, records.length);
  }
}

const textOf = (file: FileToRead): AsyncGenerator<Buffer> => utf8Text(fileBytes(file.path), file.encoding);
