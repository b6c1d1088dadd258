import { type Rejection, rejection } from "@cimpro/domain";

/** A file that cannot be read as what it should be. Its rejection says which, where, and what to do. */
export class UnreadableFile extends Error {
  readonly rejection: Rejection;

  constructor(reason: Rejection, options?: ErrorOptions) {
    super(reason.message, options);
    this.name = "UnreadableFile";
    this.rejection = reason;
  }
}

export const unreadable = (message: string, cause?: unknown): UnreadableFile =>
  new UnreadableFile(rejection("MALFORMED", { issues: [{ path: "", message }] }), { cause });

export const missing = (path: string, cause?: unknown): UnreadableFile =>
  new UnreadableFile(rejection("NOT_FOUND", { what: "file", id: path }), { cause });
