import type { DateOrder, ImportItem, ImportReason } from "@cimpro/domain";
import { type Chunk, inChunks } from "./chunks.ts";
import { rowNames } from "./entry-id.ts";
import { type FileRow, type FileToRead, openRows } from "./file-rows.ts";
import { type RejectedRow, rejectedFile } from "./rejected-file.ts";
import { UnreadableFile, unreadable } from "./unreadable-file.ts";

/** What the books answer to a chunk: each item is accepted, known already, or rejected by its place in the chunk. */
export interface ChunkAnswer {
  readonly accepted: number;
  readonly acceptedMinutes: number;
  readonly duplicates: number;
  readonly rejected: readonly { readonly index: number; readonly reason: ImportReason; readonly message: string }[];
}

export interface ImportCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly acceptedMinutes: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly rejectedFile?: string;
  readonly byReason: Readonly<Record<string, number>>;
  /** What the file left open and was taken as its tool usually writes it. */
  readonly assumed?: { readonly dateOrder: DateOrder };
}

export interface ImportRequest extends FileToRead {
  readonly send: (items: readonly ImportItem[]) => Promise<ChunkAnswer>;
  /** After each chunk: what the import has come to. */
  readonly onProgress?: ((counts: ImportCounts) => void) | undefined;
  /** Rows in a chunk, at most; 1,000 unless stated. */
  readonly chunkSize?: number | undefined;
  /** Where rejected rows go: beside the file unless stated, nowhere if null. */
  readonly rejectedPath?: string | null | undefined;
}

/**
 * Reads a file of time and sends it in chunks, in order, one under way while the next is read. Repeating it, also after
 * it broke off anywhere, sends the same ids, so nothing is lost or counted twice. Throws `UnreadableFile` for a file
 * that is none, after sending what could be read of it.
 */
export async function importFile(request: ImportRequest): Promise<ImportCounts> {
  const { path, map, send, chunkSize = 1000, rejectedPath = `${path}.rejected.csv` } = request;
  let assumed: ImportCounts["assumed"];
  const onAssumed = (dateOrder: DateOrder): void => {
    assumed = { dateOrder };
    request.onAssumed?.(dateOrder);
  };
  const { headers, delimiter, batches } = await openRows({ ...request, onAssumed });
  const kept = rejectedPath === null ? null : rejectedFile(rejectedPath, headers, delimiter);
  const names = rowNames(map.source);
  let counts: ImportCounts = { rows: 0, accepted: 0, acceptedMinutes: 0, duplicates: 0, rejected: 0, byReason: {} };

  const deliver = async (chunk: Chunk): Promise<void> => {
    const answer = chunk.items.length === 0 ? nothingSent : await send(chunk.items);
    const rejected = rejectedRows(chunk, answer);
    await kept?.add(rejected.map((each) => ({ ...each, mark: names.markOf(each.row) })));
    counts = added(counts, chunk.rows.filter((row) => row.isFurtherDay === undefined).length, answer, rejected);
    request.onProgress?.(counts);
  };

  let underWay: Promise<void> = Promise.resolve();
  try {
    for await (const chunk of inChunks(batches, chunkSize, names.itemOf)) {
      await underWay;
      underWay = deliver(chunk);
      underWay.catch(() => {}); // It is awaited, and so noticed, in the next turn.
    }
    await underWay;
  } catch (error) {
    await underWay.catch(() => {});
    await kept?.finish().catch(() => null); // The first fault is the one to tell.
    throw error instanceof UnreadableFile && counts.rows > 0 ? brokenOff(error, counts.rows) : error;
  }
  const keptAt = (await kept?.finish()) ?? null;
  return {
    ...counts,
    ...(keptAt === null ? {} : { rejectedFile: keptAt }),
    ...(assumed === undefined ? {} : { assumed }),
  };
}

const nothingSent: ChunkAnswer = { accepted: 0, acceptedMinutes: 0, duplicates: 0, rejected: [] };

/** The rows of the chunk that were refused, by us or by the books, in the file's order. */
function rejectedRows(
  { rows, items, sources }: Chunk,
  answer: ChunkAnswer,
): readonly (RejectedRow & { readonly row: FileRow })[] {
  const byBooks = new Map(answer.rejected.map((each) => [sources[each.index], each]));
  if (byBooks.has(undefined) || answer.accepted + answer.duplicates + byBooks.size !== items.length)
    throw new Error(`The books did not answer for each of the ${items.length} rows that they were sent.`);
  return rows.flatMap((row) => {
    const why = row.outcome.ok ? byBooks.get(row) : row.outcome;
    return why === undefined ? [] : [{ row, reason: why.reason, message: why.message }];
  });
}

function added(
  counts: ImportCounts,
  rows: number,
  answer: ChunkAnswer,
  rejected: readonly RejectedRow[],
): ImportCounts {
  const byReason = { ...counts.byReason };
  for (const { reason } of rejected) byReason[reason] = (byReason[reason] ?? 0) + 1;
  return {
    rows: counts.rows + rows,
    accepted: counts.accepted + answer.accepted,
    acceptedMinutes: counts.acceptedMinutes + answer.acceptedMinutes,
    duplicates: counts.duplicates + answer.duplicates,
    rejected: counts.rejected + rejected.length,
    byReason,
  };
}

const brokenOff = (error: UnreadableFile, rows: number): UnreadableFile =>
  unreadable(
    `${error.message.replace(/\.$/, "")}. ${rows} rows were read and sent before; importing the file again takes in only the rest`,
    error,
  );
