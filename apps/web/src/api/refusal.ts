import type { ParsedIssue } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { anyOf } from "../page/any-of.ts";
import { rolesInSentence } from "../users/role-words.ts";

/** What the server said when it did not do something. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly clause?: string;
  readonly issues?: readonly ParsedIssue[];
  readonly details?: Readonly<Record<string, unknown>>;
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
export function messageOf(error: unknown): string {
  const refusal = refusalOf(error);
  return refusal === null ? noAnswer() : inWords(refusal);
}

/** The server speaks to programs too: of procedures, tokens and fields. Here it speaks to whoever looks at the page. */
function inWords({ code, message, details, issues = [] }: Refusal): string {
  if (code === "UNAUTHENTICATED") return t`Your session has ended. Sign in again; what you typed is still here.`;
  const roles = field(details, "roles");
  if (code === "FORBIDDEN" && Array.isArray(roles)) {
    const who = anyOf(rolesInSentence(roles.map(String)));
    return t`This is for ${who}.`;
  }
  if (code === "READ_ONLY_TOKEN") return t`You can look here, but not change anything.`;
  return code === "MALFORMED" && issues.length > 0
    ? issues.map((issue) => sentenceOf(issue.message)).join(" ")
    : message;
}

const sentenceOf = (fault: string): string => {
  const said = `${fault.charAt(0).toUpperCase()}${fault.slice(1)}`;
  return /[.!?…]$/.test(said) ? said : `${said}.`;
};

const noAnswer = (): string =>
  t`The server did not answer. Nothing you typed is lost: check your connection and try again.`;

/** The faults of a form, by field. */
export const faultsOf = (error: unknown): Record<string, string> =>
  Object.fromEntries((refusalOf(error)?.issues ?? []).map(({ path, message }) => [path, message]));

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;

const isRejection = (value: unknown): value is Refusal =>
  typeof field(value, "code") === "string" && typeof field(value, "message") === "string";
