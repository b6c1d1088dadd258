import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "@cimpro/store";
import Database from "better-sqlite3";
import { embedded } from "./embedded.ts";
import type { Comparison } from "./measure.ts";

/** The whole run over imported books against reading the same rows and writing one slice row each with the bare driver. */
export function billingRunCase(name: string, folder: string, imported: string): Comparison {
  let round = 0;
  const copy = (): string => {
    round += 1;
    const file = join(folder, `run-${name.length}-${round}.db`);
    copyFileSync(imported, file);
    return file;
  };
  return {
    name,
    baseName: "bare driver: read, one slice row each",
    unit: "ms",
    bound: 4,
    aim: 3,
    ours: () => run(copy()),
    base: async () => {
      const db = new Database(copy());
      db.pragma("synchronous = FULL");
      const start = performance.now();
      db.exec("begin immediate");
      const rows = db
        .prepare("select * from time_entry where open_minutes > 0 order by account, work_date, sequence")
        .all() as { account: string; id: string; open_minutes: number; work_date: string }[];
      const insert = db.prepare(
        "insert into slice values (@account, @id, 0, 0, @open_minutes, 'invoice', @work_date, null, 'INV-000001', 1, @work_date)",
      );
      for (const row of rows) insert.run(row);
      db.exec("commit");
      const ms = performance.now() - start;
      db.close();
      return ms;
    },
  };
}

async function run(file: string): Promise<number> {
  const store = await openStore(file, { schema: "require", now: () => new Date().toISOString() });
  const client = embedded(store);
  const start = performance.now();
  await client.invoice.run.mutate({ through: "2017-12-31" });
  const ms = performance.now() - start;
  await store.close();
  return ms;
}
