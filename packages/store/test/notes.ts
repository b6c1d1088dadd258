import { type Kysely, sql, type Transaction } from "kysely";
import type { Database, Engine, Tx } from "../src/engines/database.ts";
import type { Migration } from "../src/engines/migrate.ts";
import { openDatabase } from "../src/engines/open.ts";

/** Two small tables to try the engines on, so that their tests do not follow every change of the books. */
export interface NoteTables {
  note: Note;
  counter: { id: string; value: number };
}

export interface Note {
  id: string;
  label: string | null;
  minutes: number;
  big: number;
}

export const notes: Migration = {
  id: "0001-notes",
  async up(db, engine) {
    const [text, end] = engine === "sqlite" ? ["text", "strict, without rowid"] : ['text collate "C"', ""];
    await run(
      db,
      `create table note (id ${text} not null primary key, label ${text}, minutes integer not null,
        big ${engine === "sqlite" ? "integer" : "bigint"} not null) ${end}`,
    );
    await run(db, `create table counter (id ${text} not null primary key, value integer not null) ${end}`);
    await run(db, "insert into counter (id, value) values ('a', 0), ('b', 0)");
  },
};

/** A second step, for databases that are older or newer than the program. */
export const labels: Migration = {
  id: "0002-labels",
  up: (db) => run(db, "create table label (id text not null primary key)"),
};

const run = async (db: Kysely<unknown>, statement: string) => void (await sql.raw(statement).execute(db));

/** The transaction, typed for these tables instead of the books. */
export const on = (tx: Tx): Transaction<NoteTables> => tx.db as unknown as Transaction<NoteTables>;

export const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  label: null,
  minutes: 1,
  big: 2 ** 53 - 1,
  ...more,
});

export const insertNotes = (
  tx: Tx,
  rows: readonly Note[],
  options: { readonly onConflict?: "error" | "ignore" } = {},
): Promise<number> => tx.insertRows("note" as never, rows as never, options);

export const updateNotes = (tx: Tx, rows: readonly Partial<Note>[]): Promise<number> =>
  tx.updateRows("note" as never, ["id"] as never, rows as never);

export const allNotes = (database: Database): Promise<Note[]> =>
  database.read((tx) => on(tx).selectFrom("note").selectAll().orderBy("id").execute());

/** Locks a counter the way the books lock an account: with an update, which both engines know. */
export async function lockCounter(tx: Tx, id: string): Promise<number> {
  const { value } = await on(tx)
    .updateTable("counter")
    .set((eb) => ({ value: eb("value", "+", 0) }))
    .where("id", "=", id)
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}

/** Reads, goes elsewhere, and writes what it read plus one: loses an update if the lock does not hold. */
export async function increment(database: Database, id: string): Promise<void> {
  await database.write(async (tx) => {
    const value = await lockCounter(tx, id);
    await new Promise((resolve) => setImmediate(resolve));
    await on(tx)
      .updateTable("counter")
      .set({ value: value + 1 })
      .where("id", "=", id)
      .execute();
  });
}

export const counter = (database: Database, id: string): Promise<number> =>
  database.read(async (tx) => {
    const row = await on(tx).selectFrom("counter").select("value").where("id", "=", id).executeTakeFirstOrThrow();
    return row.value;
  });

export const openNotes = (
  url: string,
  schema: "require" | "create" | "migrate" = "migrate",
  migrations: readonly Migration[] = [notes],
): Promise<Database> => openDatabase(url, { schema, migrations });

export type { Engine };
