import type { ParsedIssue, Rejection } from "@cimpro/domain";

/** What the caller is told when something is not done (contract, `error`). */
export interface Told {
  readonly code: string;
  readonly message: string;
  readonly clause?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly issues?: readonly ParsedIssue[];
}

/** Something that was not done, with the words for it; the exit code follows from its code. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly told: Told;
  /** For refusals of a server whose codes this program does not know. */
  readonly status: number | undefined;

  constructor(told: Told, options?: ErrorOptions & { readonly status?: number | undefined }) {
    super(told.message, options);
    this.told = told;
    this.status = options?.status;
  }
}

/** The command was put in a way that cannot be carried out. */
export const usage = (message: string): Failure => new Failure({ code: "USAGE", message });

/** Somebody was to confirm it first, and did not. */
export const notConfirmed = (message: string): Failure => new Failure({ code: "NOT_CONFIRMED", message });

/** A value is not what its option or argument takes. */
export const malformed = (path: string, message: string, cause?: unknown): Failure =>
  new Failure(
    { code: "MALFORMED", message: path === "" ? message : `${path}: ${message}`, issues: [{ path, message }] },
    { cause },
  );

export const refusedBy = ({ code, message, clause, details, issues }: Rejection): Failure =>
  new Failure({
    code,
    message,
    ...(clause === undefined ? {} : { clause }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
    ...(issues === undefined ? {} : { issues }),
  });
