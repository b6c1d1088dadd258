import { AsyncLocalStorage } from "node:async_hooks";
import { type Insertable, sql, type Transaction, type Updateable } from "kysely";
import type { Tables } from "../tables.ts";
import type { Access, Engine, Session } from "./connection.ts";
import { patiently } from "./patience.ts";
import { CommitUnknown, StoreProblem } from "./problem.ts";
import { columnsOf, type Row } from "./values.ts";

export type { Engine } from "./connection.ts";

/** The rows, on either engine. Everything happens in a transaction. */
export interface Database {
  readonly engine: Engine;
  /** What to call it in a message: a path, or a server without its secrets. */
  readonly where: string;
  /**
   * One write transaction: all of it is kept, or nothing. `work` runs again when the database asks for it (deadlock,
   * busy), so it may touch nothing but the database.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One consistent snapshot, which waits for no writer. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  /** SQLite only: a compact copy of one moment, put in place whole. PostgreSQL is copied through `read`. */
  readonly copyTo?: (file: string) => Promise<void>;
  /** Waits for the transactions in progress. */
  close(): Promise<void>;
}

/** One transaction. Every call on it is awaited before the work returns. */
export interface Tx {
  readonly db: Transaction<Tables>;
  /** Writes many rows with the same columns; answers how many were new. */
  insertRows<K extends keyof Tables & string>(
    table: K,
    rows: readonly Insertable<Tables[K]>[],
    options?: { readonly onConflict?: "error" | "ignore" },
  ): Promise<number>;
  /** Sets the other columns of the rows that `key` finds, once each; answers how many were there. */
  updateRows<K extends keyof Tables & string>(
    table: K,
    key: readonly (keyof Tables[K] & string)[],
    rows: readonly Updateable<Tables[K]>[],
  ): Promise<number>;
}

/** Where an engine keeps its connections, and how it reads its errors. */
export interface Source {
  readonly engine: Engine;
  readonly where: string;
  /** Lends a connection for one transaction. */
  use<T>(access: Access, task: (session: Session) => Promise<T>): Promise<T>;
  /** True where nothing was kept and the same transaction may succeed later. */
  passes(error: unknown): boolean;
  /** The problem in words for whoever runs the database, or the error itself. */
  explained(error: unknown): unknown;
  readonly copyTo?: (file: string) => Promise<void>;
  close(): Promise<void>;
}

export function databaseOver(source: Source): Database {
  const surroundings = new AsyncLocalStorage<{ open: boolean }>();

  const once = <T>(access: Access, work: (tx: Tx) => Promise<T>): Promise<T> =>
    source.use(access, async (session) => {
      const here = { open: true };
      const transaction = session.kysely.transaction().setAccessMode(access === "read" ? "read only" : "read write");
      try {
        return await transaction.execute((db) => surroundings.run(here, () => work(txOn(db, session))));
      } finally {
        here.open = false;
      }
    });

  const transact = async <T>(access: Access, work: (tx: Tx) => Promise<T>): Promise<T> => {
    // It would wait for itself on SQLite and see other rows on PostgreSQL.
    if (surroundings.getStore()?.open) throw new Error("a transaction is begun inside a transaction: use the outer tx");
    try {
      return await patiently(() => once(access, work), source.passes);
    } catch (error) {
      if (error instanceof CommitUnknown) throw error;
      const problem = source.explained(error);
      // A write in a read is our bug, not a disk that cannot be written.
      throw access === "read" && problem instanceof StoreProblem && problem.code === "DATABASE_READ_ONLY"
        ? error
        : problem;
    }
  };

  const read = <T>(work: (tx: Tx) => Promise<T>) => transact("read", work);
  return {
    engine: source.engine,
    where: source.where,
    write: (work) => transact("write", work),
    read,
    ping: () => read(async ({ db }) => void (await sql`select 1 from schema_migration limit 1`.execute(db))),
    ...(source.copyTo ? { copyTo: source.copyTo } : {}),
    close: source.close,
  };
}

function txOn(db: Transaction<Tables>, session: Session): Tx {
  return {
    db,
    async insertRows(table, rows: readonly Row[], { onConflict = "error" } = {}) {
      if (rows.length === 0) return 0;
      return session.insertRows({ table, columns: columnsOf(rows), rows, onConflict });
    },
    async updateRows(table, key, rows: readonly Row[]) {
      if (rows.length === 0) return 0;
      return session.updateRows({ table, key, columns: columnsOf(rows), rows });
    },
  };
}
