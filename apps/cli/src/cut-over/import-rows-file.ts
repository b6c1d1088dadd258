import { cutOverReader, type RowLayout } from "@cimpro/domain";
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
  readonly rejectedFile?: string;
  readonly byReason: Readonly<Record<string, number>>;
}

export interface RowsFile<Row> {
  readonly path: string;
  readonly layout: RowLayout<Row>;
  readonly currency: string;
  /** For files that are neither UTF-8 nor marked, such as `windows-1252`. */
  readonly encoding?: string | undefined;
  /** Where rejected rows go, nowhere if null. */
  readonly rejectedPath: string | null;
  readonly send: (rows: Row[]) => Promise<RowsAnswer>;
  readonly onProgress?: ((counts: RowCounts) => void) | undefined;
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
  let read: ReturnType<typeof readerFor<Row>> | null = null;
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
        read = readerFor(file, record.cells);
        kept = rejectedPath === null ? null : rejectedFile(rejectedPath, record.cells);
        continue;
      }
      const row = read(record.cells);
      if (row.ok) waiting.push({ row: row.row, record });
      else refused.push({ row: record, reason: row.reason, message: row.message });
      if (waiting.length + refused.length >= chunkSize) await deliver();
    }
  if (read === null) throw unreadable(`${file.path} is empty; it starts with the names of its columns`);
  await deliver();
  const keptAt = (await (kept as ReturnType<typeof rejectedFile> | null)?.finish()) ?? null;
  return keptAt === null ? counts : { ...counts, rejectedFile: keptAt };
}

function readerFor<Row>({ layout, currency }: RowsFile<Row>, headers: readonly string[]) {
  const read = cutOverReader(layout, headers, currency);
  if (!read.ok) throw new UnreadableFile(read.rejection);
  return read.value;
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
