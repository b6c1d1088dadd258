import { type Kysely, sql } from "kysely";
import type { Engine } from "./connection.ts";
import type { Database, Tx } from "./database.ts";
import { StoreProblem } from "./problem.ts";
import { applicationId } from "./sqlite-file.ts";

/** One step from an older schema to a newer one. Frozen in time: it imports nothing of ours. */
export interface Migration {
  /** Sorts after those before it: `0001-books`. */
  readonly id: string;
  up(db: Kysely<unknown>, engine: Engine): Promise<void>;
}

/**
 * `require`: the schema is as this program knows it. `create`: a new database is made, an older one refused.
 * `migrate`: an older one is brought up too.
 */
export type SchemaPolicy = "require" | "create" | "migrate";

/** Any number, as long as it is always this one: who migrates holds it. */
const migrationLock = 0x43494d50;

/** Leaves the database with exactly the schema of the migrations, or refuses. */
export async function bringSchema(
  database: Database,
  policy: SchemaPolicy,
  migrations: readonly Migration[],
): Promise<void> {
  const { engine, where } = database;
  const pendingIn = async (tx: Tx) => pending(await appliedIn(tx, engine, where), policy, migrations, where);
  if ((await database.read(pendingIn)).length === 0) return;

  // All steps in one transaction: whoever comes second finds them done, and a kill leaves none half done.
  await database.write(async (tx) => {
    if (engine === "postgres") {
      await sql`set local lock_timeout = 0`.execute(tx.db);
      await sql`set local statement_timeout = 0`.execute(tx.db);
      await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx.db);
    }
    const steps = await pendingIn(tx);
    if (steps.length > 0) await apply(tx, steps, engine, migrations.length);
  });
}

async function apply(tx: Tx, steps: readonly Migration[], engine: Engine, version: number): Promise<void> {
  await sql`create table if not exists schema_migration (id text not null primary key, applied_at text not null)`.execute(
    tx.db,
  );
  for (const step of steps) {
    // A step sees tables as they were in its time, not as our types say they are now.
    await step.up(tx.db as unknown as Kysely<unknown>, engine);
    await sql`insert into schema_migration (id, applied_at) values (${step.id}, ${new Date().toISOString()})`.execute(
      tx.db,
    );
  }
  if (engine === "sqlite") {
    await sql`pragma application_id = ${sql.lit(applicationId)}`.execute(tx.db);
    await sql`pragma user_version = ${sql.lit(version)}`.execute(tx.db);
  }
}

/** The steps still to be applied, if the policy lets them. */
function pending(
  applied: readonly string[],
  policy: SchemaPolicy,
  migrations: readonly Migration[],
  where: string,
): readonly Migration[] {
  if (applied.length > migrations.length || applied.some((id, place) => id !== migrations[place]?.id)) {
    throw new StoreProblem(
      "SCHEMA_NEWER",
      `${where} was made by another, newer cimpro: use that version or a later one.`,
    );
  }
  const steps = migrations.slice(applied.length);
  if (steps.length === 0 || policy === "migrate" || (policy === "create" && applied.length === 0)) return steps;
  if (applied.length > 0) {
    throw new StoreProblem(
      "SCHEMA_OLDER",
      `${where} was made by an older cimpro: back it up, then run "cimpro migrate".`,
    );
  }
  throw new StoreProblem(
    "DATABASE_MISSING",
    `There are no books in ${where}: check the address, or start "cimpro serve" with it to make new ones.`,
  );
}

/** What was applied so far, in order; nothing in a new database. */
async function appliedIn(tx: Tx, engine: Engine, where: string): Promise<readonly string[]> {
  const { rows: found } = await (engine === "sqlite"
    ? sql<{ name: string }>`select name from sqlite_schema where type = 'table'`
    : sql<{ name: string }>`select table_name as name from information_schema.tables
        where table_schema = current_schema() and table_type = 'BASE TABLE'`
  ).execute(tx.db);
  if (found.length === 0) return [];
  if (!found.some(({ name }) => name === "schema_migration")) {
    throw new StoreProblem("NOT_CIMPRO", `${where} belongs to another program: give cimpro a database of its own.`);
  }
  const { rows } = await sql<{ id: string }>`select id from schema_migration`.execute(tx.db);
  return rows.map(({ id }) => id).toSorted();
}
