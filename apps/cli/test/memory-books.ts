import type { ImportItem } from "@cimpro/domain";
import type { ChunkAnswer } from "../src/time-import/import-file.ts";

/** Books that know what they were sent, by source, account and external id, as the real ones do. */
export interface MemoryBooks {
  readonly entries: ReadonlyMap<string, ImportItem>;
  readonly chunks: readonly number[];
  readonly send: (items: readonly ImportItem[]) => Promise<ChunkAnswer>;
}

/** `stopped`: an account that takes no more time. */
export function memoryBooks(stopped = ""): MemoryBooks {
  const entries = new Map<string, ImportItem>();
  const chunks: number[] = [];
  return {
    entries,
    chunks,
    async send(items) {
      chunks.push(items.length);
      await new Promise(setImmediate);
      let [accepted, acceptedMinutes, duplicates] = [0, 0, 0];
      const rejected: ChunkAnswer["rejected"][number][] = [];
      for (const [index, item] of items.entries()) {
        const key = JSON.stringify([item.source, item.account, item.externalId]);
        if (entries.has(key)) duplicates++;
        else if (item.account === stopped)
          rejected.push({ index, reason: "account-stopped", message: "work is stopped" });
        else {
          entries.set(key, item);
          accepted++;
          acceptedMinutes += item.minutes;
        }
      }
      return { accepted, acceptedMinutes, duplicates, rejected };
    },
  };
}
