import { closeSync, openSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { booksOf } from "./books.ts";
import { copyTables } from "./copy-tables.ts";
import { emptyTables } from "./empty-tables.ts";
import type { Database } from "./engines/database.ts";
import { openDatabase } from "./engines/open.ts";
import { StoreProblem } from "./engines/problem.ts";
import { companionsOf, placeFile } from "./place-file.ts";
import { migrations, type Store } from "./store.ts";
import { tableNames } from "./table-list.ts";

/** What a backup holds: the ends of its streams are those of the books at the moment it was taken. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly heads: readonly { readonly stream: string; readonly seq: number; readonly hash: string }[];
  readonly journalRows: number;
}

/**
 * Copies the books of one moment into a SQLite file that only its owner can read, from either engine, while they are in
 * use. A file that is there already is only replaced when that is asked for.
 */
export async function backupTo(
  { database }: Pick<Store, "database">,
  file: string,
  { overwrite = false }: { readonly overwrite?: boolean } = {},
): Promise<Backup> {
  const place = resolve(file);
  refuseItself(database, place);
  const { heads, journalRows } = await placeFile(place, overwrite, async (unfinished) => {
    if (database.copyTo === undefined) await copyRows(database, unfinished);
    else await database.copyTo(unfinished);
    return endsOf(unfinished);
  });
  return { file: place, bytes: statSync(place).size, heads, journalRows };
}

function refuseItself({ engine, where }: Database, file: string): void {
  if (engine !== "sqlite") return;
  const own = [where, ...companionsOf(where)].map(realOrSame);
  if (own.includes(realOrSame(file)))
    throw new StoreProblem("FILE_EXISTS", `${file} is the database itself: give its backup another path.`);
}

function realOrSame(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** One snapshot of the other engine, row by row, into a new file with the same schema. */
async function copyRows(from: Database, file: string): Promise<void> {
  closeSync(openSync(file, "wx", 0o600));
  const copy = await openDatabase(file, { schema: "create", migrations });
  try {
    await from.read((source) =>
      copy.write(async (target) => {
        await emptyTables(target, copy.engine);
        await copyTables(source, target, tableNames);
      }),
    );
  } finally {
    await copy.close();
  }
}

/** Read from the copy itself: what it says is what it has. */
async function endsOf(file: string): Promise<Pick<Backup, "heads" | "journalRows">> {
  const copy = await openDatabase(file, { schema: "require", migrations });
  try {
    return await copy.read(async (tx) => {
      const heads = await booksOf(tx).accounts.heads();
      const { rows } = await tx.db
        .selectFrom("journal")
        .select(({ fn }) => fn.countAll<number>().as("rows"))
        .executeTakeFirstOrThrow();
      return { heads: heads.map(({ account, seq, hash }) => ({ stream: account, seq, hash })), journalRows: rows };
    });
  } finally {
    await copy.close();
  }
}
