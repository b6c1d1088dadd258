import type { ImportItem } from "@cimpro/domain";
import type { FileRow } from "./file-rows.ts";

/** Rows that are sent together. */
export interface Chunk {
  /** All rows of this part of the file, in order. */
  readonly rows: readonly FileRow[];
  /** Those that state time, as they are sent … */
  readonly items: readonly ImportItem[];
  /** … and the row each comes from. */
  readonly sources: readonly FileRow[];
}

/** Long notes fill a chunk before its rows do, so that what is sent and held stays bounded. */
const mostCharacters = 1_000_000;

/** Cuts rows into chunks of at most `size`. Where the file breaks off, what came before it is still a chunk. */
export async function* inChunks(
  batches: AsyncIterable<readonly FileRow[]>,
  size: number,
  itemOf: (row: FileRow) => ImportItem | null,
): AsyncGenerator<Chunk> {
  let rows: FileRow[] = [];
  let characters = 0;
  const cut = (): Chunk => {
    const stated = rows.flatMap((row) => {
      const item = itemOf(row);
      return item === null ? [] : [{ item, row }];
    });
    const chunk = { rows, items: stated.map(({ item }) => item), sources: stated.map(({ row }) => row) };
    rows = [];
    characters = 0;
    return chunk;
  };
  try {
    for await (const batch of batches) {
      for (const row of batch) {
        rows.push(row);
        characters += row.raw.length;
        if (rows.length >= size || characters >= mostCharacters) yield cut();
      }
    }
  } catch (error) {
    if (rows.length > 0) yield cut();
    throw error;
  }
  if (rows.length > 0) yield cut();
}
