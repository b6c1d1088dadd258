import type { ParsedIssue } from "@cimpro/domain";
import { t } from "@lingui/core/macro";

/** What the server said when it did not do something. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly clause?: string;
  readonly issues?: readonly ParsedIssue[];
}

/** What the server said, or null when it said nothing (no connection). */
export function refusalOf(error: unknown): Refusal | null {
  const data = field(error, "data");
  const refusal = field(data, "refusal");
  return isRejection(refusal) ? refusal : null;
}

/** Whether the write may have happened all the same: nobody answered, or the database did not. */
export function isUnsure(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal === null || refusal.code === "OUTCOME_UNKNOWN";
}

/** Whether it needs somebody who is signed in, and nobody is. */
export const isSignedOut = (error: unknown): boolean => refusalOf(error)?.code === "UNAUTHENTICATED";

/** The sentence to show for any error. */
export const messageOf = (error: unknown): string =>
  refusalOf(error)?.message ??
  t`The server did not answer. Nothing you typed is lost: check your connection and try again.`;

/** The faults of a form, by field. */
export const faultsOf = (error: unknown): Record<string, string> =>
  Object.fromEntries((refusalOf(error)?.issues ?? []).map(({ path, message }) => [path, message]));

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;

const isRejection = (value: unknown): value is Refusal =>
  typeof field(value, "code") === "string" && typeof field(value, "message") === "string";
