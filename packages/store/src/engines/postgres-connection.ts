import type { PoolClient, QueryConfig } from "pg";
import type { Access, BulkInsert, BulkUpdate, Connection } from "./connection.ts";
import { isStalePlan } from "./postgres-problem.ts";
import { CommitUnknown, codeOf } from "./problem.ts";
import { quoted, type Row, storable } from "./values.ts";

/** Of each table, the columns with the type that PostgreSQL reads them as. */
export type ColumnTypes = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Measured: more rows per statement are not faster, and hold the event loop longer. */
const rowsAtOnce = 5_000;

/** As many statements as a connection keeps prepared, which more than halves their time. Others are sent whole. */
const preparedAtOnce = 300;

/** The limits only end what hangs. They are set here and not when connecting, because a pooler may be in between. */
const begin: Readonly<Record<Access, string>> = {
  write:
    "begin isolation level read committed; set local lock_timeout = '30s'; " +
    "set local statement_timeout = '2min'; set local idle_in_transaction_session_timeout = '2min'",
  read:
    "begin isolation level repeatable read, read only; " +
    "set local statement_timeout = '10min'; set local idle_in_transaction_session_timeout = '10min'",
};

/** Answers to a commit that say that nothing was kept: a constraint, an aborted or a conflicting transaction. */
const notCommitted = /^(23|25|40)/;

export function postgresConnection(
  client: PoolClient,
  where: string,
  columnTypes: (client: PoolClient) => Promise<ColumnTypes>,
): Connection {
  const state: { access: Access; usable: boolean } = { access: "read", usable: true };
  const names = new Map<string, string>();

  const query = async (text: string, values: readonly unknown[]) => {
    if (names.size < preparedAtOnce && !names.has(text) && /^(select|insert|update|delete|with)\b/i.test(text)) {
      names.set(text, `s${names.size}`);
    }
    const name = names.get(text);
    const config: QueryConfig = { text, values: [...values], ...(name === undefined ? {} : { name }) };
    try {
      return await client.query(config);
    } catch (error) {
      if (isStalePlan(error)) state.usable = false;
      throw error;
    }
  };

  /** Runs a statement whose parameters are the columns, as arrays. */
  const written = async (
    { table, columns, rows }: { table: string; columns: readonly string[]; rows: readonly Row[] },
    sql: (arrays: string) => string,
  ) => {
    const types = (await columnTypes(client)).get(table);
    const cast = (column: string) => {
      const type = types?.get(column);
      if (type === undefined) throw new Error(`${table}.${column} is not a column of text or integers`);
      return type;
    };
    const text = sql(columns.map((column, place) => `$${place + 1}::${cast(column)}[]`).join(", "));
    let changed = 0;
    for (let first = 0; first < rows.length; first += rowsAtOnce) {
      const some = rows.slice(first, first + rowsAtOnce);
      const arrays = columns.map((column) => arrayLiteral(some, column));
      changed += (await query(text, arrays)).rowCount ?? 0;
    }
    return changed;
  };

  return {
    async begin(access) {
      state.access = access;
      try {
        await client.query(begin[access]);
      } catch (error) {
        state.usable = false;
        throw error;
      }
    },
    async commit() {
      const { command } = await client.query("commit").catch((error: unknown) => {
        if (state.access === "read" || notCommitted.test(codeOf(error))) throw error;
        state.usable = false;
        throw new CommitUnknown(where, { cause: error });
      });
      // PostgreSQL answers so to the commit of a transaction in which a statement failed.
      if (command === "ROLLBACK") throw new Error("the transaction was rolled back instead of committed");
    },
    async rollback() {
      try {
        await client.query("rollback");
      } catch {
        state.usable = false;
      }
    },
    async execute(sql, parameters) {
      const { rows, rowCount, command } = await query(sql, parameters.map(storable));
      return command === "SELECT" || rowCount === null ? { rows } : { rows, numAffectedRows: BigInt(rowCount) };
    },
    insertRows: (bulk: BulkInsert) =>
      written(
        bulk,
        (arrays) =>
          `insert into ${quoted(bulk.table)} (${bulk.columns.map(quoted)}) select * from unnest(${arrays})` +
          (bulk.onConflict === "ignore" ? " on conflict do nothing" : ""),
      ),
    updateRows: (bulk: BulkUpdate) => {
      const set = bulk.columns.filter((column) => !bulk.key.includes(column));
      const settings = set.map((column) => `${quoted(column)} = given.${quoted(column)}`);
      const found = bulk.key.map((column) => `t.${quoted(column)} = given.${quoted(column)}`).join(" and ");
      return written(
        bulk,
        (arrays) =>
          `update ${quoted(bulk.table)} as t set ${settings} ` +
          `from unnest(${arrays}) as given(${bulk.columns.map(quoted)}) where ${found}`,
      );
    },
    usable: () => state.usable,
    close: () => client.release(true),
  };
}

/** A column of the rows as PostgreSQL writes an array; the driver's own way takes a quarter longer. */
function arrayLiteral(rows: readonly Row[], column: string): string {
  let text = "{";
  for (const row of rows) {
    const value = storable(row[column]);
    if (text.length > 1) text += ",";
    if (value === null) text += "NULL";
    else if (typeof value === "string") text += `"${/["\\]/.test(value) ? value.replace(/["\\]/g, "\\$&") : value}"`;
    else text += value;
  }
  return `${text}}`;
}
