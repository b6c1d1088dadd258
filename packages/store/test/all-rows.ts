import { sql } from "kysely";
import type { Database } from "../src/engines/database.ts";
import { tableNames, tableShapes } from "../src/table-list.ts";

/** Every row of every table, in order of key. */
export async function allRows(database: Database): Promise<Record<string, readonly unknown[]>> {
  const rows: Record<string, readonly unknown[]> = {};
  await database.read(async (tx) => {
    for (const name of tableNames) {
      const { key, columns } = tableShapes[name];
      const list = (names: readonly string[]) => sql.join(names.map((each) => sql.ref(each)));
      const all = sql`select ${list(columns)} from ${sql.table(name)} order by ${list(key)}`;
      rows[name] = (await all.execute(tx.db)).rows;
    }
  });
  return rows;
}
