import type { Shell } from "../../program/shell.ts";

/** Whether the question is about the policy of books: they are named on the command line, or a version of theirs is. */
export function asksBooks(shell: Shell, version?: number): boolean {
  const { api, dbNamed, policy } = shell.settings();
  return policy === undefined && (api !== undefined || dbNamed || version !== undefined);
}
