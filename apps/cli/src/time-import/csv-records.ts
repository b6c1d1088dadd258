import { type CsvError, type Parser, parse } from "csv-parse";
import { unreadable } from "./unreadable-file.ts";

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line it starts on, from 1. */
  readonly line: number;
  /** Exactly as in the file, without the line's end. */
  readonly raw: string;
  readonly cells: readonly string[];
}

/** A record longer than this is taken for one whose quote is never closed. */
const longestRecord = 16 * 1024 * 1024;

/** The records of a CSV text, a chunk's at a time; blank lines are passed over. Memory is bounded by the longest record. */
export async function* csvRecords(
  chunks: AsyncIterable<Buffer>,
  delimiter?: string,
): AsyncGenerator<readonly CsvRecord[]> {
  let parser: Parser | null = null;
  let found: CsvRecord[] = [];
  let line = 1;
  const take = ({ record, raw }: RawRecord): void => {
    const text = raw.replace(/\r?\n$|\r$/, "");
    const isRow = (record.length > 1 || text.trim() !== "") && !(line === 1 && separatorIn(text) !== null);
    if (isRow) found.push({ line, raw: text, cells: record });
    line += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
  };
  try {
    for await (const chunk of chunks) {
      parser ??= parserFor(delimiter ?? guessDelimiter(chunk), take);
      await write(parser, chunk);
      if (found.length > 0) yield found;
      found = [];
    }
    if (parser !== null) await end(parser);
  } catch (error) {
    throw isCsvError(error) ? unreadable(reasonOf(error, line), error) : error;
  }
  if (found.length > 0) yield found;
}

interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

function parserFor(delimiter: string, take: (record: RawRecord) => void): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRecord,
    raw: true,
    on_record(record: unknown) {
      if (isRawRecord(record)) take(record);
      return null;
    },
  });
  parser.on("error", () => {});
  return parser.resume();
}

/** What csv-parse hands on with `raw: true`; its types do not say so. */
const isRawRecord = (record: unknown): record is RawRecord =>
  typeof record === "object" && record !== null && "record" in record && "raw" in record;

function write(parser: Parser, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

function end(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once("error", reject);
    parser.end(resolve);
  });
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("CSV_");

function reasonOf(error: CsvError, line: number): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return `the row that starts on line ${line} opens a quote and never closes it`;
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return `the row that starts on line ${line} is longer than 16 MB; is a quote never closed?`;
  return `the row that starts on line ${line} cannot be read: ${error.message}`;
}

/** What a first line such as `sep=;` tells spreadsheets; null where the line is none. */
const separatorIn = (line: string): string | null => /^\s*"?sep=([^"\r\n])"?\s*$/i.exec(line)?.[1] ?? null;

/** What the first line says it is, else the sign that parts the most fields of the header line; a comma if none does. */
export function guessDelimiter(start: Buffer): string {
  const lines = start
    .toString("utf8", 0, 64 * 1024)
    .trimStart()
    .split(/\r\n|\r|\n/, 12);
  const stated = separatorIn(lines[0] ?? "");
  if (stated !== null) return stated;
  // A title above the header has no such signs.
  const header = lines.find((line) => /[,;\t|]/.test(line)) ?? "";
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((sign) => [sign, bare.split(sign).length - 1] as const);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
