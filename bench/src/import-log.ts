import { join } from "node:path";
import { openStore } from "@cimpro/store";
import Database from "better-sqlite3";
import { cimpro } from "./cli.ts";
import type { Comparison } from "./measure.ts";

const map = "examples/cesaw/map.json";

/** Imports a log into new books through the CLI. */
export const importLog = (log: string, file: string) =>
  cimpro("time", "import", log, "--map", map, "--db", file, "--json");

/** The import of the log, CSV and all, against inserting its finished rows with the bare driver in one transaction. */
export function importCase(name: string, folder: string, log: string, imported: string): Comparison {
  const source = new Database(imported, { readonly: true });
  const rows = source.prepare("select * from time_entry").raw().all() as unknown[][];
  const columns = source.prepare("select * from time_entry").columns();
  const accounts = source.prepare("select * from account").raw().all() as unknown[][];
  source.close();
  const sql = `insert into time_entry values (${columns.map(() => "?").join(", ")})`;
  let round = 0;
  const fresh = (): string => {
    round += 1;
    return join(folder, `import-${name.length}-${round}.db`);
  };
  return {
    name,
    baseName: "bare driver, one transaction",
    unit: "ms",
    bound: 5,
    aim: 4,
    ours: async () => (await importLog(log, fresh())).ms,
    base: async () => {
      const file = fresh();
      const store = await openStore(file, { schema: "create", now: () => new Date().toISOString() });
      await store.close();
      const db = new Database(file);
      db.pragma("journal_mode = WAL");
      db.pragma("synchronous = FULL");
      const open = db.prepare("insert into account values (?, ?, ?, ?, ?, ?, ?)");
      for (const account of accounts) open.run(account);
      const start = performance.now();
      const insert = db.prepare(sql);
      db.exec("begin immediate");
      for (const row of rows) insert.run(row);
      db.exec("commit");
      const ms = performance.now() - start;
      db.close();
      return ms;
    },
  };
}
