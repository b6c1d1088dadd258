import { sql } from "kysely";
import type { Engine, Tx } from "./engines/database.ts";
import { tableNames } from "./table-list.ts";

/** Leaves no row of any books, not even those that every new database begins with. */
export async function emptyTables(tx: Tx, engine: Engine): Promise<void> {
  if (engine === "postgres") {
    await sql`truncate ${sql.join(tableNames.map((name) => sql.table(name)))}`.execute(tx.db);
    return;
  }
  for (const name of tableNames.toReversed()) await tx.db.deleteFrom(name).execute();
}
