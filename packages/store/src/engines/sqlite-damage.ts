import Sqlite from "better-sqlite3";
import { CommitUnknown, codeOf } from "./problem.ts";

/** What a disk that is away for a moment, or was cut off, has in common with a file that is damaged: the first sign. */
const looksDamaged = /^SQLITE_(CORRUPT|NOTADB)/;

/**
 * What an open connection says of damage is only a suspicion: pages that a failing disk withheld, or that the connection
 * remembers, look the same. The file opened anew decides. Where nothing is wrong with it, or it does not open, the
 * outcome is unknown and nothing is lost by starting again; restoring a backup would lose what was saved since.
 */
export function damageOrDoubt(error: unknown, file: string): unknown {
  if (!looksDamaged.test(codeOf(error)) || isDamaged(file)) return error;
  return new CommitUnknown(file, { cause: error });
}

/** Looks through the file on a connection of its own; a file that cannot be read is not known to be damaged. */
function isDamaged(file: string): boolean {
  try {
    const db = new Sqlite(file, { readonly: true, fileMustExist: true });
    try {
      return db.pragma("quick_check(1)", { simple: true }) !== "ok";
    } finally {
      db.close();
    }
  } catch (error) {
    return looksDamaged.test(codeOf(error));
  }
}
