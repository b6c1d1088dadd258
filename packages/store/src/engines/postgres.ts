import { Pool, type PoolClient, types } from "pg";
import { type Session, sessionOn } from "./connection.ts";
import type { Source } from "./database.ts";
import { type ColumnTypes, postgresConnection } from "./postgres-connection.ts";
import { asksAgain, postgresProblem } from "./postgres-problem.ts";
import { StoreProblem } from "./problem.ts";
import { integerFrom } from "./values.ts";

/** Oids of int8 and numeric: what counting and adding integers gives, which the driver would hand over as text. */
const wholeNumbers = [20, 1700];

/** Connections of one process; the lock rows, not this number, decide who writes at the same time. */
const connectionsAtOnce = 10;

export async function postgresSource(url: string, most: number = connectionsAtOnce): Promise<Source> {
  const where = described(url);
  const pool = new Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    application_name: "cimpro",
    types: {
      getTypeParser: (oid, format) => (wholeNumbers.includes(oid) ? integerFrom : types.getTypeParser(oid, format)),
    },
  });
  // Without these, a connection that the server ends would end the process; whoever uses it next is told anyway.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));

  const known: { types?: Promise<ColumnTypes> } = {};
  const columnTypes = (client: PoolClient) => {
    known.types ??= readColumnTypes(client).catch((error: unknown) => {
      delete known.types;
      throw error;
    });
    return known.types;
  };

  const sessions = new WeakMap<PoolClient, Session>();
  const sessionOf = (client: PoolClient) => {
    const session = sessions.get(client) ?? sessionOn("postgres", postgresConnection(client, where, columnTypes));
    sessions.set(client, session);
    return session;
  };

  try {
    await checkEncoding(pool, where);
  } catch (error) {
    await pool.end();
    throw postgresProblem(error, where);
  }

  const state = { closed: false };
  const running = new Set<Promise<unknown>>();
  const once = async <T>(task: (session: Session) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    const session = sessionOf(client);
    try {
      return await task(session);
    } finally {
      if (session.usable()) client.release();
      else session.close();
    }
  };

  return {
    engine: "postgres",
    where,
    async use(_access, task) {
      if (state.closed) throw new Error("the database is closed");
      const done = once(task);
      running.add(done);
      return done.finally(() => running.delete(done));
    },
    passes: asksAgain,
    explained: (error) => postgresProblem(error, where),
    async close() {
      if (state.closed) return;
      state.closed = true;
      // The pool forgets, and leaves hanging, who waits for a connection when it ends.
      await Promise.allSettled(running);
      await pool.end();
    },
  };
}

/** The address without its secrets. */
function described(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `PostgreSQL database ${decodeURIComponent(pathname.slice(1)) || "(default)"} on ${hostname || "this machine"}${port && `:${port}`}`;
  } catch {
    throw new StoreProblem(
      "DATABASE_UNREACHABLE",
      "The address of the database is not one: write postgres://user:password@host:5432/name.",
    );
  }
}

async function checkEncoding(pool: Pool, where: string): Promise<void> {
  const { rows } = await pool.query("select current_setting('server_encoding') as encoding");
  const encoding = rows[0]?.encoding;
  if (encoding === "UTF8") return;
  throw new StoreProblem("NOT_A_DATABASE", `${where} keeps text as ${encoding}: make another with encoding UTF8.`);
}

/** All tables at once, so that the first rows of each wait for nothing. */
async function readColumnTypes(client: PoolClient): Promise<ColumnTypes> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(
    `select table_name as "table", column_name as "column", data_type as "type" from information_schema.columns
     where table_schema = current_schema() and data_type in ('text', 'bigint', 'integer')`,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.table)].map(([table, columns]) => [
      table,
      new Map(columns.map(({ column, type }) => [column, type])),
    ]),
  );
}
