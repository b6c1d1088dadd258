export type StoreProblemCode =
  | "DATABASE_FULL"
  | "DATABASE_READ_ONLY"
  | "DATABASE_CORRUPT"
  | "DATABASE_MISSING"
  | "DATABASE_UNREACHABLE"
  | "DATABASE_BUSY"
  | "DATABASE_IN_USE"
  | "DATABASE_IS_DIRECTORY"
  | "NOT_A_DATABASE"
  | "NOT_CIMPRO"
  | "SCHEMA_NEWER"
  | "SCHEMA_OLDER"
  | "FILE_EXISTS"
  | "FOLDER_MISSING"
  | "BACKUP_FAULTY"
  | "BOOKS_NOT_EMPTY";

/** Something that whoever runs the database can put right; the message says how. */
export class StoreProblem extends Error {
  override readonly name = "StoreProblem";
  readonly code: StoreProblemCode;

  constructor(code: StoreProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The commit was sent and its outcome is not known: only a new start, and the same key again, can tell. */
export class CommitUnknown extends Error {
  override readonly name = "CommitUnknown";

  constructor(where: string, options?: ErrorOptions) {
    super(
      `It is not known whether the last change to ${where} was saved: start again and repeat it with the same key.`,
      options,
    );
  }
}

/** The driver's or the system's code for what went wrong. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
