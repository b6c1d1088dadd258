import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines } from "../test/engines.ts";
import type { Database } from "./engines/database.ts";
import { tableNames, tableShapes } from "./table-list.ts";

describe.each(engines)("the list of tables on %s", (engine, open) => {
  let database: Database;
  let cleanup: () => Promise<void>;
  beforeAll(async () => ({ database, cleanup } = await open()));
  afterAll(() => cleanup());

  const rows = <R>(query: string): Promise<readonly R[]> =>
    database.read(async (tx) => (await sql.raw<R>(query).execute(tx.db)).rows);
  const onSqlite = engine === "sqlite";

  test("names exactly the tables that the migrations make", async () => {
    const made = await rows<{ name: string }>(
      onSqlite
        ? "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"
        : "select table_name as name from information_schema.tables where table_schema = current_schema()",
    );
    expect(made.map(({ name }) => name).toSorted()).toEqual([...tableNames, "schema_migration"].toSorted());
  });

  test.each(tableNames)("has all columns of %s and its key", async (name) => {
    const columns = await rows<{ name: string; key: number }>(
      onSqlite
        ? `select name, pk as key from pragma_table_info('${name}')`
        : `select a.attname as name, coalesce(array_position(i.indkey::int[], a.attnum::int) + 1, 0) as key
           from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
           where a.attrelid = '${name}'::regclass and a.attnum > 0`,
    );
    expect(columns.map((column) => column.name).toSorted()).toEqual([...tableShapes[name].columns].toSorted());
    const key = columns.filter((column) => column.key > 0).toSorted((a, b) => a.key - b.key);
    expect(key.map((column) => column.name)).toEqual(tableShapes[name].key);
  });

  test("puts each table after those that it refers to", async () => {
    const references = await rows<{ table: keyof typeof tableShapes; refers: keyof typeof tableShapes }>(
      onSqlite
        ? `select m.name as "table", f."table" as refers from sqlite_schema m join pragma_foreign_key_list(m.name) f`
        : `select conrelid::regclass::text as "table", confrelid::regclass::text as refers
           from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`,
    );
    expect(references.length).toBeGreaterThan(5);
    for (const { table, refers } of references)
      expect(tableNames.indexOf(table), `${table} refers to ${refers}`).toBeGreaterThan(tableNames.indexOf(refers));
  });
});
