import { setImmediate as otherWork } from "node:timers/promises";
import { type Insertable, type RawBuilder, sql } from "kysely";
import type { Tx } from "./engines/database.ts";
import type { Row } from "./engines/values.ts";
import { tableShapes } from "./table-list.ts";
import type { Tables } from "./tables.ts";

type Page<K extends keyof Tables> = readonly (Tables[K] & Insertable<Tables[K]>)[];

/** All rows of a table, or of one account in it, in order of key and a page at a time: it never matters how many there are. */
export async function* pagesOf<K extends keyof Tables>(tx: Tx, name: K, account?: string): AsyncGenerator<Page<K>> {
  const { key, rowsAtOnce } = tableShapes[name];
  for (let after: readonly unknown[] | undefined, more = true; more; ) {
    const page = await pageAfter(tx, name, account, after);
    if (page.length > 0) yield page;
    // SQLite's driver is synchronous: whatever else waits gets its turn between pages.
    await otherWork();
    const last: Row = { ...page.at(-1) };
    after = key.map((column) => last[column]);
    more = page.length === rowsAtOnce;
  }
}

async function pageAfter<K extends keyof Tables>(
  tx: Tx,
  name: K,
  account: string | undefined,
  after: readonly unknown[] | undefined,
): Promise<Page<K>> {
  const { key, columns, rowsAtOnce } = tableShapes[name];
  const list = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map((each) => sql.ref(each)));
  const conditions = [
    ...(account === undefined ? [] : [sql`${sql.ref(key[0] ?? "")} = ${account}`]),
    ...(after === undefined ? [] : [sql`(${list(key)}) > (${sql.join(after)})`]),
  ];
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  const page = sql<Tables[K] & Insertable<Tables[K]>>`
    select ${list(columns)} from ${sql.table(name)} ${where} order by ${list(key)} limit ${sql.lit(rowsAtOnce)}`;
  return (await page.execute(tx.db)).rows;
}
