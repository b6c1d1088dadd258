import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { openStore, type Store } from "@cimpro/store";
import { embedded } from "./embedded.ts";
import { type Comparison, median } from "./measure.ts";

/** The cost of one `time log` in an account with 100,000 open entries against one with 100. */
export async function openBacklog(folder: string): Promise<Comparison & { stop(): Promise<void> }> {
  const many = await withBacklog(join(folder, "many.db"), 100_000);
  const few = await withBacklog(join(folder, "few.db"), 100);
  return {
    name: "one `time log` with 100,000 open entries in the account",
    baseName: "with 100",
    unit: "ms",
    bound: 1.5,
    aim: 1.1,
    ours: () => many.log(),
    base: () => few.log(),
    stop: async () => {
      await many.store.close();
      await few.store.close();
    },
  };
}

async function withBacklog(file: string, entries: number): Promise<{ store: Store; log(): Promise<number> }> {
  const store = await openStore(file, { schema: "create", now: () => new Date().toISOString() });
  const client = embedded(store);
  await client.account.open.mutate({ name: "Bench", id: "bench" });
  await client.allowance.buy.mutate({ account: "bench", kind: "monthly", minutes: 1800, on: "2024-01-01", paid: true });
  const day = (at: number): string => new Date(Date.UTC(2024, 0, 1 + (at % 700))).toISOString().slice(0, 10);
  for (let first = 0; first < entries; first += 1000)
    await client.time.import.mutate({
      createMissing: false,
      entries: Array.from({ length: Math.min(1000, entries - first) }, (_, at) => ({
        id: randomUUID(),
        source: "bench",
        externalId: String(first + at),
        account: "Bench",
        deliverable: null,
        worker: "ann",
        on: day(first + at),
        minutes: 30,
        note: "",
        billable: true,
        settledElsewhere: false,
      })),
    });
  return {
    store,
    log: async () => {
      const times: number[] = [];
      for (let at = 0; at < 60; at += 1) {
        const start = performance.now();
        await client.time.log.mutate({ account: "bench", minutes: 15, on: day(at * 11) });
        times.push(performance.now() - start);
      }
      return median(times);
    },
  };
}
