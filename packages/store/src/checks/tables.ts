import { sql } from "kysely";
import type { Tx } from "../engines/database.ts";
import { codeOf } from "../engines/problem.ts";
import { tableNames, tableShapes } from "../table-list.ts";
import type { Problem } from "./problem.ts";

/** SQLite's and PostgreSQL's codes for a table or a column that is not there. */
const notThere = new Set(["SQLITE_ERROR", "42P01", "42703"]);

/** A table is missing, or lacks a column: nothing more can be checked, and the transaction that asked has failed. */
export class TableMissing extends Error {
  override readonly name = "TableMissing";
  readonly problem: Problem;

  constructor(table: string, options: ErrorOptions) {
    super(`The table ${table} is missing, or a column of it.`, options);
    this.problem = { check: "table", at: table, message: "The table is missing, or a column of it." };
  }
}

/** Throws where the rows cannot be checked because a table is not as it was made. */
export async function checkTables(tx: Tx): Promise<void> {
  for (const name of tableNames)
    try {
      const columns = sql.join(tableShapes[name].columns.map((column) => sql.ref(`${name}.${column}`)));
      await sql`select ${columns} from ${sql.table(name)} where 1 = 0`.execute(tx.db);
    } catch (error) {
      if (!notThere.has(codeOf(error))) throw error;
      throw new TableMissing(name, { cause: error });
    }
}
