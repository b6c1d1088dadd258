import {
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Tables } from "../tables.ts";
import type { Row } from "./values.ts";

export type Engine = "sqlite" | "postgres";

export type Access = "read" | "write";

/** Rows of one table that are written with one statement's text. */
export interface BulkInsert {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly onConflict: "error" | "ignore";
}

export interface BulkUpdate {
  readonly table: string;
  /** The columns that say which row is meant; the others are set. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** One connection as its engine offers it: one transaction at a time. */
export interface Connection {
  begin(access: Access): Promise<void>;
  /** Throws CommitUnknown where the outcome is not known. */
  commit(): Promise<void>;
  /** Never rejects: a connection that cannot roll back is no longer usable. */
  rollback(): Promise<void>;
  execute(sql: string, parameters: readonly unknown[]): Promise<QueryResult<unknown>>;
  insertRows(rows: BulkInsert): Promise<number>;
  updateRows(rows: BulkUpdate): Promise<number>;
  usable(): boolean;
  close(): void;
}

/** A connection with Kysely on it, whose statements run only inside its transaction. */
export interface Session extends Connection {
  readonly kysely: Kysely<Tables>;
}

/**
 * Makes both engines keep PostgreSQL's rule: once a statement failed, the transaction can only be rolled back. SQLite
 * would go on, so that code could come to rely on it.
 */
export function sessionOn(engine: Engine, connection: Connection): Session {
  const state: { open: boolean; failed: boolean; failure?: unknown } = { open: false, failed: false };
  let last: Promise<unknown> = Promise.resolve();

  const attempt = async <T>(step: () => Promise<T>): Promise<T> => {
    if (!state.open) throw new Error("this transaction has ended: was one of its statements not awaited?");
    if (state.failed) throw new Error("an earlier statement of this transaction failed", { cause: state.failure });
    try {
      return await step();
    } catch (error) {
      state.failed = true;
      state.failure = error;
      throw error;
    }
  };
  // One after the other, so that no statement is left running when the transaction ends.
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const done = last.then(() => attempt(step));
    last = done.catch(() => {});
    return done;
  };

  const session = {
    async begin(access: Access) {
      await connection.begin(access);
      state.open = true;
      state.failed = false;
    },
    commit: () =>
      inTurn(async () => {
        state.open = false;
        await connection.commit();
      }),
    async rollback() {
      state.open = false;
      await last;
      await connection.rollback();
    },
    execute: (sql: string, parameters: readonly unknown[]) => inTurn(() => connection.execute(sql, parameters)),
    insertRows: (rows: BulkInsert) => inTurn(() => connection.insertRows(rows)),
    updateRows: (rows: BulkUpdate) => inTurn(() => connection.updateRows(rows)),
    usable: connection.usable,
    close: connection.close,
  };
  return { ...session, kysely: new Kysely<Tables>({ dialect: dialectOf(engine, session) }) };
}

/** Kysely compiles and gives types; beginning, ending and lending connections is ours. */
function dialectOf(engine: Engine, connection: Connection): Dialect {
  const lent = {
    executeQuery: async <R>({ sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] }) =>
      // What a row looks like is said by the query that asks for it.
      (await connection.execute(sql, parameters)) as QueryResult<R>,
    streamQuery: () => {
      throw new Error("rows are not streamed: read them in pages, by key");
    },
  };
  const nothing = async () => {};
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => lent,
    beginTransaction: (_, { accessMode }) => connection.begin(accessMode === "read only" ? "read" : "write"),
    commitTransaction: () => connection.commit(),
    rollbackTransaction: () => connection.rollback(),
    releaseConnection: nothing,
    destroy: nothing,
  };
  const onSqlite = engine === "sqlite";
  return {
    createDriver: () => driver,
    createQueryCompiler: () => (onSqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
    createAdapter: () => (onSqlite ? new SqliteAdapter() : new PostgresAdapter()),
    createIntrospector: (db) => (onSqlite ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
  };
}
