import { closeSync, fsyncSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import type { Access } from "./connection.ts";
import { patienceMs, patiently } from "./patience.ts";
import { codeOf, StoreProblem } from "./problem.ts";
import { isBusy } from "./sqlite-problem.ts";

/** Stands in the header of our files ("CIMP"), so that no other program's are touched. */
export const applicationId = 0x43494d50;

/** Older ones can lose a commit when a WAL is reset at the wrong moment. */
const oldestVersion = [3, 51, 3] as const;

/** Makes sure that there is a file, readable by nobody else; SQLite gives its companions the same mode. */
export function provideFile(file: string, mayCreate: boolean): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    throw new StoreProblem("DATABASE_IS_DIRECTORY", `${file} is a folder: give the path of a file in it.`);
  }
  if (found) return;
  if (!mayCreate) throw missing(file);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(file, "wx", 0o600));
    flush(dirname(file));
  } catch (error) {
    // Someone else was faster.
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/** Waits until the disk has a file, or the names in a folder. */
export function flush(path: string): void {
  // Windows has no such thing for folders, and for files wants them opened to be written.
  if (process.platform === "win32") return;
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A connection with everything set that SQLite does not keep in the file. */
export async function openConnection(
  file: string,
  access: Access,
  check: (db: Sqlite.Database) => void = () => {},
  forMs: number = patienceMs,
): Promise<Sqlite.Database> {
  const db = new Sqlite(file, { fileMustExist: true, readonly: access === "read", timeout: 0 });
  try {
    await patiently(
      () => {
        check(db);
        configure(db);
      },
      isBusy,
      forMs,
    );
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Refuses what is not ours or empty, before any setting is changed: the file may be anybody's. */
export function checkOwner(db: Sqlite.Database, file: string, mayCreate: boolean): void {
  // In this order, because another process may be making the tables: with them comes the id.
  const tables = numberFrom(db, "select count(*) from sqlite_schema");
  const id = numberFrom(db, "pragma application_id");
  if (id === applicationId) return;
  if (id !== 0 || tables > 0) {
    throw new StoreProblem("NOT_CIMPRO", `${file} belongs to another program: give the path of another file.`);
  }
  if (!mayCreate) throw missing(file);
}

function configure(db: Sqlite.Database): void {
  const version = String(db.prepare("select sqlite_version()").pluck().get());
  if (!isAtLeast(version)) throw new Error(`SQLite ${version} is older than ${oldestVersion.join(".")}`);
  // What is committed survives a power cut: the driver was built with NORMAL, which may lose it.
  for (const [name, value, readBack] of [
    ["journal_mode", "wal", "wal"],
    ["synchronous", "full", 2],
    ["fullfsync", "on", 1],
    ["checkpoint_fullfsync", "on", 1],
    ["foreign_keys", "on", 1],
    // What is redacted is overwritten, not only forgotten.
    ["secure_delete", "on", 1],
    ["trusted_schema", "off", 0],
    ["temp_store", "memory", 2],
    ["cache_size", "-32000", -32000],
    // No mapping: through one, a failing disk would end the process instead of answering with an error.
    ["mmap_size", "0", 0],
  ] as const) {
    db.pragma(`${name} = ${value}`);
    const found = db.pragma(name, { simple: true });
    if (found !== readBack) throw new Error(`SQLite keeps ${name} at ${found} instead of ${readBack}`);
  }
  db.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
}

function isAtLeast(version: string): boolean {
  const parts = version.split(".").map(Number);
  const differing = oldestVersion.findIndex((part, place) => part !== parts[place]);
  return differing === -1 || (parts[differing] ?? 0) > (oldestVersion[differing] ?? 0);
}

const numberFrom = (db: Sqlite.Database, sql: string): number => Number(db.prepare(sql).pluck().get());

const missing = (file: string): StoreProblem =>
  new StoreProblem(
    "DATABASE_MISSING",
    `There are no books in ${file}: check the path, or start "cimpro serve" with it to make new ones.`,
  );
