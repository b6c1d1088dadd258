import type { StoreProblemCode } from "@cimpro/api";
import { type RejectionCode, type RejectionKind, rejectionCodes, rejectionKind } from "@cimpro/domain";

/** What a command ends with, in the words of the contract. `docs/cli.md` lists the codes behind each. */
export const exitCodes = { done: 0, refused: 1, malformed: 2, notFound: 3, conflict: 4, ourFault: 70 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const ofKind: Record<RejectionKind, ExitCode> = {
  refused: 1,
  throttled: 1,
  forbidden: 1,
  unauthenticated: 1,
  malformed: 2,
  "not-found": 3,
  conflict: 4,
};

/** A wrong name is the caller's, what does not fit or is held by another a conflict; a failing disk or server is neither's. */
const ofStoreProblem: Record<StoreProblemCode, ExitCode> = {
  BACKUP_FAULTY: 1,
  DATABASE_IS_DIRECTORY: 2,
  NOT_A_DATABASE: 2,
  NOT_CIMPRO: 2,
  DATABASE_MISSING: 3,
  FOLDER_MISSING: 3,
  BOOKS_NOT_EMPTY: 4,
  DATABASE_BUSY: 4,
  DATABASE_IN_USE: 4,
  FILE_EXISTS: 4,
  SCHEMA_NEWER: 4,
  SCHEMA_OLDER: 4,
  DATABASE_FULL: 70,
  DATABASE_READ_ONLY: 70,
  DATABASE_CORRUPT: 70,
  DATABASE_UNREACHABLE: 70,
};

const ofOwn = {
  USAGE: 2,
  NOT_CONFIRMED: 1,
  PORT_TAKEN: 4,
  OUTCOME_UNKNOWN: 70,
  API_UNREACHABLE: 70,
  API_UNREADABLE: 70,
  OUR_FAULT: 70,
} as const satisfies Record<string, ExitCode>;

const ofStatus: Readonly<Record<number, ExitCode>> = { 400: 2, 401: 1, 403: 1, 404: 3, 409: 4, 413: 2, 422: 1, 429: 1 };

/** Every code that can stand in `error.code`, with its exit code. */
export const exitOfCode: ReadonlyMap<string, ExitCode> = new Map<string, ExitCode>([
  ...rejectionCodes.map((code: RejectionCode) => [code, ofKind[rejectionKind(code)]] as const),
  ...Object.entries(ofStoreProblem),
  ...Object.entries(ofOwn),
]);

/** The exit code of a failure; `status` decides where a newer server has codes that are not known here. */
export const exitOf = (code: string, status?: number): ExitCode =>
  exitOfCode.get(code) ?? (status === undefined ? undefined : ofStatus[status]) ?? exitCodes.ourFault;
