import { BeyondCalendar, issuesOf, type Rejection, type RejectionKind, rejection, rejectionKind } from "@cimpro/domain";
import { CommitUnknown, Refused, StoreProblem } from "@cimpro/store";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

/** What a caller is told when something is not done: a refusal of the domain, a problem of the database, or our fault. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly clause?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly issues?: Rejection["issues"];
}

/** The one table from kinds of refusal to tRPC codes, and so to HTTP statuses. */
const trpcCodes = {
  refused: "UNPROCESSABLE_CONTENT",
  malformed: "BAD_REQUEST",
  "not-found": "NOT_FOUND",
  conflict: "CONFLICT",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  throttled: "TOO_MANY_REQUESTS",
} as const satisfies Record<RejectionKind, TRPCError["code"]>;

/** Turns whatever a procedure threw into an error with a proper status; unknown ones stay "our fault". */
export function asTrpcError(error: TRPCError): TRPCError {
  const cause = causeOf(error);
  if (cause instanceof Refused)
    return new TRPCError({ code: trpcCodes[rejectionKind(cause.rejection.code)], message: cause.message, cause });
  if (cause instanceof StoreProblem || cause instanceof CommitUnknown)
    return new TRPCError({ code: "SERVICE_UNAVAILABLE", message: cause.message, cause });
  return error;
}

/** A day so near an end of the calendar that what follows from it lies beyond is no day to ask about. */
function causeOf({ cause }: TRPCError): Error | undefined {
  if (!(cause instanceof BeyondCalendar)) return cause;
  return new Refused(rejection("MALFORMED", { issues: [{ path: "", message: cause.message }] }));
}

/** The refusal that goes over the wire with an error. Internals never do. */
export function refusalOf(error: TRPCError): Refusal {
  const { cause } = error;
  if (cause instanceof Refused) return cause.rejection;
  if (cause instanceof StoreProblem) return { code: cause.code, message: cause.message };
  if (cause instanceof CommitUnknown) return { code: "OUTCOME_UNKNOWN", message: cause.message };
  // A row of ours that does not parse throws one too: that is not the caller's.
  if (error.code === "BAD_REQUEST" && cause instanceof ZodError)
    return rejection("MALFORMED", { issues: issuesOf(cause) });
  if (error.code === "INTERNAL_SERVER_ERROR")
    return { code: "OUR_FAULT", message: "Something went wrong on our side. Nothing was changed; try again." };
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR" || error.code === "PAYLOAD_TOO_LARGE")
    return { code: "MALFORMED", message: error.message };
  return { code: error.code, message: error.message };
}
