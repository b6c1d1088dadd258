import { setImmediate as otherWork, setTimeout as rest } from "node:timers/promises";
import type Sqlite from "better-sqlite3";
import type { Access, BulkInsert, BulkUpdate, Connection } from "./connection.ts";
import { longestRestMs, patiently } from "./patience.ts";
import { CommitUnknown, codeOf } from "./problem.ts";
import { isBusy, TransactionLost } from "./sqlite-problem.ts";
import { checkedRows, quoted, type Row, storable } from "./values.ts";

type Statement = Sqlite.Statement;

/** Measured: 50 rows per statement are written 1.4 times as fast as one; more make no difference. */
const rowsAtOnce = 50;
/** The driver is synchronous: after this long, whatever else waits gets its turn. */
const turnMs = 20;

/** What the commit is known to have undone; after any other error it may stand. */
const notCommitted = /^SQLITE_(BUSY|FULL|CONSTRAINT)/;

/** A connection whose write transactions are kept together: each is a savepoint until `settle` commits them all. */
export interface SqliteConnection extends Connection {
  /** Makes what was written since the last time durable. Throws when it was not, and CommitUnknown where that is not known. */
  settle(): void;
  /** The database has undone by itself what was written since the last time. */
  lost(): boolean;
}

export function sqliteConnection(db: Sqlite.Database, file: string): SqliteConnection {
  const prepared = statements(db);
  const state: { access: Access; inside: boolean; lost: boolean } = { access: "read", inside: false, lost: false };
  const turns = turnsWithOthers();

  const beginRead = () => {
    prepared("begin").run();
    try {
      // A plain "begin" takes its snapshot with the first read: now, so that what comes later is not seen.
      prepared("select 1 from sqlite_schema limit 1").all();
    } catch (error) {
      prepared("rollback").run();
      throw error;
    }
  };

  const beginWrite = async () => {
    if (!db.inTransaction) {
      await turns.begun();
      await patiently(() => void prepared("begin immediate").run(), isBusy);
    }
    prepared("savepoint one").run();
  };

  return {
    async begin(access) {
      state.access = access;
      if (access === "write") await beginWrite();
      else await patiently(beginRead, isBusy);
      state.inside = true;
    },
    async commit() {
      prepared(state.access === "write" ? "release one" : "commit").run();
      state.inside = false;
    },
    async rollback() {
      try {
        if (state.access === "read") prepared("rollback").run();
        else if (db.inTransaction) {
          prepared("rollback to one").run();
          prepared("release one").run();
        } else state.lost = true; // SQLite rolls back by itself after some errors.
        state.inside = false;
      } catch {
        // Still in the transaction, which `usable` tells.
      }
    },
    settle() {
      if (state.lost) {
        state.lost = false;
        throw new TransactionLost();
      }
      if (!db.inTransaction) return;
      try {
        prepared("commit").run();
      } catch (error) {
        if (!notCommitted.test(codeOf(error))) throw new CommitUnknown(file, { cause: error });
        if (db.inTransaction) prepared("rollback").run();
        throw error;
      } finally {
        turns.ended();
      }
    },
    lost: () => state.lost,
    async execute(sql, parameters) {
      const statement = prepared(sql);
      const bound = parameters.map(storable);
      if (statement.reader) return { rows: checkedRows(statement.all(...bound)) };
      return { rows: [], numAffectedRows: BigInt(statement.run(...bound).changes) };
    },
    async insertRows({ table, columns, rows, onConflict }: BulkInsert) {
      const into = `insert into ${quoted(table)} (${columns.map(quoted)}) values `;
      const end = onConflict === "ignore" ? " on conflict do nothing" : "";
      const insert = (some: readonly Row[], size: number) => {
        const sql = into + new Array(size).fill(`(${columns.map(() => "?")})`) + end;
        return written(prepared(sql), some, columns, size);
      };
      const whole = rows.length - (rows.length % rowsAtOnce);
      const inserted = whole === 0 ? 0 : await insert(rows.slice(0, whole), rowsAtOnce);
      return inserted + (await insert(rows.slice(whole), 1));
    },
    async updateRows({ table, key, columns, rows }: BulkUpdate) {
      const set = columns.filter((column) => !key.includes(column));
      const equals = (column: string) => `${quoted(column)} = ?`;
      const sql = `update ${quoted(table)} set ${set.map(equals)} where ${key.map(equals).join(" and ")}`;
      return written(prepared(sql), rows, [...set, ...key], 1);
    },
    usable: () => db.open && !state.inside && (state.access === "write" || !db.inTransaction),
    close: () => void db.close(),
  };
}

/** Runs the statement once for every `size` rows; answers how many rows it changed. */
async function written(
  statement: Statement,
  rows: readonly Row[],
  columns: readonly string[],
  size: number,
): Promise<number> {
  // One array for all: the driver copies what it binds.
  const values = new Array<unknown>(columns.length * size);
  let changed = 0;
  let turnEnds = performance.now() + turnMs;
  for (let first = 0; first < rows.length; first += size) {
    let place = 0;
    for (let offset = 0; offset < size; offset += 1) {
      const row = rows[first + offset];
      for (const column of columns) values[place++] = storable(row?.[column]);
    }
    changed += statement.run(values).changes;
    if (performance.now() < turnEnds) continue;
    await otherWork();
    turnEnds = performance.now() + turnMs;
  }
  return changed;
}

/**
 * SQLite's lock has no queue: another process tries now and then, and would never find it free beside one that writes
 * without a rest. So, after a while, there is a rest that is longer than the others'.
 */
function turnsWithOthers(whileMs = 100): { begun(): Promise<void>; ended(): void } {
  let since = 0;
  let until = 0;
  return {
    async begun() {
      const now = performance.now();
      if (now - until > longestRestMs) since = now;
      if (now - since < whileMs) return;
      await rest(longestRestMs + 1.5);
      since = performance.now();
    },
    ended() {
      until = performance.now();
    },
  };
}

/** Prepared statements by their text; the one used longest ago makes room. */
function statements(db: Sqlite.Database, most = 300): (sql: string) => Statement {
  const known = new Map<string, Statement>();
  return (sql) => {
    const found = known.get(sql) ?? db.prepare(sql);
    known.delete(sql);
    known.set(sql, found);
    const [oldest] = known.size > most ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return found;
  };
}
