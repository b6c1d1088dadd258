import {
  cutOverReader,
  type DateOrder,
  type RowLayout,
  type RowMap,
  type RowRead,
  rowTranslator,
  watchDates,
} from "@cimpro/domain";
import { type CsvRecord, csvRecords } from "../time-import/csv-records.ts";
import { fileBytes } from "../time-import/file-bytes.ts";
import { type RejectedRow, rejectedFile } from "../time-import/rejected-file.ts";
import { UnreadableFile, unreadable } from "../time-import/unreadable-file.ts";
import { utf8Text } from "../time-import/utf8-text.ts";

/** What the books answer to rows: each is accepted, known already, or rejected by its place among them. */
export interface RowsAnswer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly { readonly index: number; readonly reason: string; readonly message: string }[];
}

export interface RowCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Rows of another system's file that its map passes over: payments, say, and what is paid in full. */
  readonly passedOver?: number;
  readonly rejectedFile?: string;
  readonly byReason: Readonly<Record<string, number>>;
}

export interface RowsFile<Row> {
  readonly path: string;
  readonly layout: RowLayout<Row>;
  readonly currency: string;
  /** For files that are neither UTF-8 nor marked, such as `windows-1252`. */
  readonly encoding?: string | undefined;
  /** How to read a file with other columns than the documented ones. */
  readonly mapped?: MappedRows | undefined;
  /** Where rejected rows go, nowhere if null. */
  readonly rejectedPath: string | null;
  readonly send: (rows: Row[]) => Promise<RowsAnswer>;
  readonly onProgress?: ((counts: RowCounts) => void) | undefined;
}

/** Another system's file: which columns are ours, who its accounts are, and which way round its dates are. */
export interface MappedRows {
  readonly map: RowMap;
  /** The id of the account of that name; null where there is none. */
  readonly accountNamed: (name: string) => string | null;
  readonly dateOrder?: DateOrder | undefined;
}

/** Rows that are sent together; the books take them one by one. */
const chunkSize = 500;

interface Waiting<Row> {
  readonly row: Row;
  readonly record: CsvRecord;
}

/** Reads a file of the documented columns and sends its rows, in order. The same file again is all duplicates. */
export async function importRowsFile<Row>(file: RowsFile<Row>): Promise<RowCounts> {
  const { rejectedPath, onProgress } = file;
  const records = csvRecords(utf8Text(fileBytes(file.path), file.encoding));
  let counts: RowCounts = { rows: 0, accepted: 0, duplicates: 0, rejected: 0, byReason: {} };
  let kept: ReturnType<typeof rejectedFile> | null = null;
  let read: ((cells: readonly string[]) => FileRowRead<Row>) | null = null;
  let passedOver = 0;
  const order = await orderOf(file);
  let waiting: Waiting<Row>[] = [];
  let refused: RejectedRow[] = [];

  const deliver = async (): Promise<void> => {
    const answer = waiting.length === 0 ? nothingSent : await file.send(waiting.map(({ row }) => row));
    const byBooks = answer.rejected.flatMap(({ index, reason, message }): readonly RejectedRow[] => {
      const record = waiting[index]?.record;
      return record === undefined ? [] : [{ row: record, reason, message }];
    });
    const rejected = [...refused, ...byBooks].toSorted((a, b) => a.row.line - b.row.line);
    await kept?.add(rejected);
    counts = added(counts, answer, rejected);
    [waiting, refused] = [[], []];
    onProgress?.(counts);
  };

  for await (const batch of records)
    for (const record of batch) {
      if (read === null) {
        read = readerFor(file, record.cells, order);
        kept = rejectedPath === null ? null : rejectedFile(rejectedPath, record.cells);
        continue;
      }
      const row = read(record.cells);
      if (row === null) passedOver += 1;
      else if (row.ok) waiting.push({ row: row.row, record });
      else refused.push({ row: record, reason: row.reason, message: row.message });
      if (waiting.length + refused.length >= chunkSize) await deliver();
    }
  if (read === null) throw unreadable(`${file.path} is empty; it starts with the names of its columns`);
  await deliver();
  const keptAt = (await (kept as ReturnType<typeof rejectedFile> | null)?.finish()) ?? null;
  return {
    ...(file.mapped === undefined ? counts : { ...counts, rows: counts.rows + passedOver, passedOver }),
    ...(keptAt === null ? {} : { rejectedFile: keptAt }),
  };
}

/** What a row says, or why not; null where the map passes it over. */
type FileRowRead<Row> = RowRead<Row> | { readonly ok: false; readonly reason: string; readonly message: string } | null;

function readerFor<Row>(
  { layout, currency, mapped }: RowsFile<Row>,
  headers: readonly string[],
  order: DateOrder | null,
) {
  if (mapped === undefined) return readerOf(layout, headers, currency);
  // Rejected rows come back with their reasons in front; the map finds its columns all the same.
  const found = rowTranslator(layout, mapped.map, headers);
  if (!found.ok) throw new UnreadableFile(found.rejection);
  const { row, headers: ours } = found.value;
  const read = readerOf(layout, ours, currency);
  return (cells: readonly string[]): FileRowRead<Row> => {
    if (cells.length > headers.length || cells.length < 2)
      return {
        ok: false,
        reason: "missing-column",
        message: `the row has ${cells.length} fields, the header ${headers.length}`,
      };
    const translated = row(cells, order, mapped.accountNamed);
    if (!translated.ok) return translated;
    return translated.cells === null ? null : read(translated.cells);
  };
}

function readerOf<Row>(layout: RowLayout<Row>, headers: readonly string[], currency: string) {
  const read = cutOverReader(layout, headers, currency);
  if (!read.ok) throw new UnreadableFile(read.rejection);
  return read.value;
}

/** Reads a mapped file once before its rows are used, where only all of its dates tell day from month. */
async function orderOf<Row>({ path, encoding, layout, mapped }: RowsFile<Row>): Promise<DateOrder | null> {
  if (mapped === undefined || mapped.dateOrder !== undefined) return mapped?.dateOrder ?? null;
  const watch = watchDates(mapped.map.date.formats);
  if (watch === null) return null;
  let places: readonly number[] | null = null;
  for await (const batch of csvRecords(utf8Text(fileBytes(path), encoding)))
    for (const { cells, line } of batch) {
      if (places !== null) for (const at of places) watch.see((cells[at] ?? "").trim(), line);
      else {
        const found = rowTranslator(layout, mapped.map, cells);
        if (!found.ok) throw new UnreadableFile(found.rejection);
        places = found.value.dayPlaces;
      }
    }
  const decision = watch.decide();
  if (decision.ok) return decision.value;
  throw unreadable(`${decision.rejection.message}, with --date-order month-first or --date-order day-first`);
}

const nothingSent: RowsAnswer = { accepted: 0, duplicates: 0, rejected: [] };

function added(counts: RowCounts, answer: RowsAnswer, rejected: readonly RejectedRow[]): RowCounts {
  const byReason = { ...counts.byReason };
  for (const { reason } of rejected) byReason[reason] = (byReason[reason] ?? 0) + 1;
  return {
    rows: counts.rows + answer.accepted + answer.duplicates + rejected.length,
    accepted: counts.accepted + answer.accepted,
    duplicates: counts.duplicates + answer.duplicates,
    rejected: counts.rejected + rejected.length,
    byReason,
  };
}
