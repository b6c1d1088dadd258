import { sql } from "kysely";
import { type Database, databaseOver } from "./database.ts";
import { patiently } from "./patience.ts";
import { postgresSource } from "./postgres.ts";
import { StoreProblem } from "./problem.ts";

/** A connection that was just closed may still be listed. */
const patienceMs = 2_000;

/** The database through one connection, refused while there are others. */
export async function postgresAlone(url: string): Promise<Database> {
  const database = databaseOver(await postgresSource(url, 1));
  try {
    await patiently(() => refuseOthers(database), isInUse, patienceMs);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function refuseOthers({ read, where }: Database): Promise<void> {
  const others = await read(
    async (tx) =>
      (
        await sql<{ name: string }>`select coalesce(nullif(application_name, ''), 'unnamed') as name
          from pg_stat_activity
          where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(
          tx.db,
        )
      ).rows,
  );
  if (others.length === 0) return;
  const names = [...new Set(others.map(({ name }) => name))].toSorted().join(", ");
  throw new StoreProblem(
    "DATABASE_IN_USE",
    `${where} is in use by ${names} (connections: ${others.length}): end them, then try again.`,
  );
}

const isInUse = (error: unknown): boolean => error instanceof StoreProblem && error.code === "DATABASE_IN_USE";
