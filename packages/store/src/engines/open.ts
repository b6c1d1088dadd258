import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Database, databaseOver } from "./database.ts";
import { bringSchema, type Migration, type SchemaPolicy } from "./migrate.ts";
import { StoreProblem } from "./problem.ts";
import { sqliteSource } from "./sqlite.ts";
import { sqliteAlone } from "./sqlite-alone.ts";
import { sqliteProblem } from "./sqlite-problem.ts";

interface OpenOptions {
  readonly schema: SchemaPolicy;
  readonly migrations: readonly Migration[];
  /** Refuses while anybody else uses the database; in a file, nobody else is let in until it is closed. */
  readonly alone?: boolean;
}

/** Opens a file's path, a `file:` address or a `postgres://` one. */
export async function openDatabase(url: string, { schema, migrations, alone = false }: OpenOptions): Promise<Database> {
  const file = fileOf(url);
  const database = file === null ? await openServer(url, alone) : await openFile(file, schema, alone);
  try {
    await bringSchema(database, schema, migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The driver is loaded with the first address: whoever keeps books in a file does without. */
async function openServer(url: string, alone: boolean): Promise<Database> {
  if (alone) {
    const { postgresAlone } = await import("./postgres-alone.ts");
    return postgresAlone(url);
  }
  const { postgresSource } = await import("./postgres.ts");
  return databaseOver(await postgresSource(url));
}

async function openFile(file: string, schema: SchemaPolicy, alone: boolean): Promise<Database> {
  try {
    return databaseOver(await (alone ? sqliteAlone : sqliteSource)(file, schema !== "require"));
  } catch (error) {
    throw sqliteProblem(error, file);
  }
}

/** The path of the file that an address names; null for a server's. */
export function fileOf(url: string): string | null {
  if (/^postgres(ql)?:\/\//i.test(url)) return null;
  const place = url.trim();
  if (/^file:\/\//i.test(place)) return fileURLToPath(place);
  if (place === "" || place.startsWith(":") || /^[a-z][a-z0-9+.-]+:\/\//i.test(place)) {
    throw new StoreProblem(
      "NOT_A_DATABASE",
      `"${place}" is no place to keep books: give the path of a file or an address like postgres://user@host/name.`,
    );
  }
  return resolve(place.replace(/^file:/i, ""));
}
