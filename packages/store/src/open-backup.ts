import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "./checks/problem.ts";
import type { Database, Tx } from "./engines/database.ts";
import { openDatabase } from "./engines/open.ts";
import { codeOf, StoreProblem } from "./engines/problem.ts";
import { sqliteProblem } from "./engines/sqlite-problem.ts";
import { companionsOf } from "./place-file.ts";
import { migrations } from "./store.ts";
import { verifyBooks } from "./verify.ts";

/** A backup whose books do not agree with themselves: nothing is restored from it. */
export class BackupFaulty extends StoreProblem {
  readonly problems: readonly Problem[];

  constructor(file: string, problems: readonly Problem[]) {
    const first = problems.slice(0, 3).map(({ check, at, message }) => `${check} ${at}: ${message}`);
    super("BACKUP_FAULTY", `${file} is not what was backed up (${problems.length} faults): ${first.join(" ")}`);
    this.problems = problems;
  }
}

/**
 * Reads the books of a backup, verified. This happens on a copy of the file: it stays as it is, wherever it lies, and an
 * older one is brought up first.
 */
export async function fromBackup<T>(file: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  checkFile(file);
  const folder = mkdtempSync(join(tmpdir(), "cimpro-restore-"));
  try {
    const copy = join(folder, "backup.db");
    copyFileSync(file, copy);
    chmodSync(copy, 0o600);
    const backup = await openCopy(copy);
    try {
      const { problems } = await verifyBooks(backup);
      if (problems.length > 0) throw new BackupFaulty(file, problems);
      return await backup.read(work);
    } finally {
      await backup.close();
    }
  } catch (error) {
    throw inWordsOf(file, folder, error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new StoreProblem("DATABASE_MISSING", `There is no backup ${file}: check the path.`);
  if (found.isDirectory())
    throw new StoreProblem("DATABASE_IS_DIRECTORY", `${file} is a folder: give the path of a backup in it.`);
  // What they hold would be missing from the copy.
  const more = companionsOf(file).find((each) => (statSync(each, { throwIfNoEntry: false })?.size ?? 0) > 0);
  if (more !== undefined)
    throw new StoreProblem(
      "DATABASE_IN_USE",
      `${file} is in use or was not closed (${more} is there): make a backup of it and restore that.`,
    );
}

async function openCopy(copy: string): Promise<Database> {
  try {
    return await openDatabase(copy, { schema: "require", migrations });
  } catch (error) {
    if (!(error instanceof StoreProblem && error.code === "SCHEMA_OLDER")) throw error;
    return openDatabase(copy, { schema: "migrate", migrations }).catch((failed: unknown) => {
      // A step found other tables than the version before it left.
      if (codeOf(failed) !== "SQLITE_ERROR") throw failed;
      throw new BackupFaulty(copy, [
        {
          check: "table",
          at: "schema",
          message: "It cannot be brought up: a table or a column is not as it should be.",
        },
      ]);
    });
  }
}

/** Whoever restores knows the backup by its own name. */
function inWordsOf(file: string, folder: string, error: unknown): unknown {
  const problem = sqliteProblem(error, file);
  if (!(problem instanceof StoreProblem) || !problem.message.includes(folder)) return problem;
  return new StoreProblem(problem.code, problem.message.replaceAll(join(folder, "backup.db"), file), { cause: error });
}
