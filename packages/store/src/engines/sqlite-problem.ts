import { codeOf, StoreProblem, type StoreProblemCode } from "./problem.ts";

type Sentence = (file: string) => string;

/** By the start of SQLite's or the system's code; the first that fits. */
const problems: readonly (readonly [start: string, code: StoreProblemCode, sentence: Sentence])[] = [
  ["SQLITE_FULL", "DATABASE_FULL", (file) => `There is no room left to write ${file}: free some space and try again.`],
  ["ENOSPC", "DATABASE_FULL", (file) => `There is no room left to write ${file}: free some space and try again.`],
  [
    "SQLITE_READONLY",
    "DATABASE_READ_ONLY",
    (file) => `${file} cannot be written: check the permissions of the file and its folder.`,
  ],
  ["EROFS", "DATABASE_READ_ONLY", (file) => `${file} lies on a read-only disk: put the database elsewhere.`],
  ["SQLITE_CORRUPT", "DATABASE_CORRUPT", (file) => `${file} is damaged: stop using it and restore the last backup.`],
  ["SQLITE_NOTADB", "NOT_A_DATABASE", (file) => `${file} is not a database: give the path of another file.`],
  [
    "SQLITE_BUSY",
    "DATABASE_BUSY",
    (file) => `Another program keeps ${file} locked: let it finish or stop it, then try again.`,
  ],
  ["EEXIST", "DATABASE_UNREACHABLE", (file) => `A part of the path ${file} is a file, not a folder: correct the path.`],
  [
    "ENOTDIR",
    "DATABASE_UNREACHABLE",
    (file) => `A part of the path ${file} is a file, not a folder: correct the path.`,
  ],
  ["EACCES", "DATABASE_UNREACHABLE", (file) => `${file} may not be opened: check who owns the file and its folder.`],
  ["EPERM", "DATABASE_UNREACHABLE", (file) => `${file} may not be opened: check who owns the file and its folder.`],
  [
    "SQLITE_CANTOPEN",
    "DATABASE_UNREACHABLE",
    (file) => `${file} cannot be opened: check that its folder exists and may be written.`,
  ],
  [
    "SQLITE_IOERR",
    "DATABASE_UNREACHABLE",
    (file) => `The disk of ${file} does not answer as it should: check it, then start again.`,
  ],
];

/** What went wrong with the file, in words for whoever runs it; other errors as they are. */
export function sqliteProblem(error: unknown, file: string): unknown {
  const found = problems.find(([start]) => codeOf(error).startsWith(start));
  if (!found || error instanceof StoreProblem) return error;
  const [, code, sentence] = found;
  return new StoreProblem(code, sentence(file), { cause: error });
}

export const isBusy = (error: unknown): boolean => codeOf(error).startsWith("SQLITE_BUSY");

/** SQLite undid a transaction that others had written into: nothing of theirs is kept, and they try again. */
export class TransactionLost extends Error {
  override readonly name = "TransactionLost";
  readonly code = "SQLITE_BUSY_LOST";

  constructor() {
    super("The transaction was undone by the database.");
  }
}
