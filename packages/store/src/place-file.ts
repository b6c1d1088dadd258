import { randomBytes } from "node:crypto";
import { existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf, StoreProblem } from "./engines/problem.ts";
import { flush } from "./engines/sqlite-file.ts";
import { sqliteProblem } from "./engines/sqlite-problem.ts";

/** What SQLite keeps beside a database while it is in use, or after a crash. */
export const companionsOf = (file: string): readonly string[] =>
  ["-wal", "-shm", "-journal"].map((end) => `${file}${end}`);

/** Makes a file under another name beside it and puts it in place once it is on the disk: whole, or not at all. */
export async function placeFile<T>(
  file: string,
  overwrite: boolean,
  make: (unfinished: string) => Promise<T>,
): Promise<T> {
  checkPlace(file, overwrite);
  const unfinished = `${file}.${randomBytes(4).toString("hex")}.unfinished`;
  try {
    const made = await make(unfinished);
    flush(unfinished);
    put(unfinished, file, overwrite);
    flush(dirname(file));
    return made;
  } catch (error) {
    throw sqliteProblem(error, file);
  } finally {
    for (const left of [unfinished, ...companionsOf(unfinished)]) rmSync(left, { force: true });
  }
}

function checkPlace(file: string, overwrite: boolean): void {
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new StoreProblem("FOLDER_MISSING", `There is no folder ${folder}: make it, or give another path.`);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory())
    throw new StoreProblem("DATABASE_IS_DIRECTORY", `${file} is a folder: give the path of a file in it.`);
  if (found !== undefined && !overwrite) throw exists(file);
  // SQLite would take them for the new file's own and change it.
  const companion = companionsOf(file).find((each) => existsSync(each));
  if (companion !== undefined)
    throw new StoreProblem("DATABASE_IN_USE", `${companion} says that ${file} is in use: give another path.`);
}

/** Takes the name only if it is free still, where the file system can say so. */
function put(unfinished: string, file: string, overwrite: boolean): void {
  if (!overwrite) {
    try {
      linkSync(unfinished, file);
      return;
    } catch (error) {
      if (codeOf(error) === "EEXIST" || existsSync(file)) throw exists(file);
      // Some disks know no second names: what was checked before must do.
    }
  }
  renameSync(unfinished, file);
}

const exists = (file: string): StoreProblem =>
  new StoreProblem("FILE_EXISTS", `${file} is there already: give another path, or repeat with --yes to replace it.`);
