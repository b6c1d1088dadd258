import type { z } from "zod";

/** One fault of malformed input, at its path (`lines.0.minutes`; empty for the whole). */
export interface ParsedIssue {
  readonly path: string;
  readonly message: string;
}

/** The faults that zod found, as plain data. */
export function issuesOf(error: z.core.$ZodError): readonly ParsedIssue[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message }));
}
