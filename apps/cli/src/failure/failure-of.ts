import { TRPCClientError } from "@trpc/client";
import { Failure, refusedBy, type Told } from "./failure.ts";

/** Any error as a failure in words; what nobody foresaw is our fault. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof TRPCClientError) return ofServer(error);
  if (isStoreProblem(error)) return new Failure({ code: error.code, message: error.message }, { cause: error });
  if (error instanceof Error && error.name === "CommitUnknown")
    return new Failure({ code: "OUTCOME_UNKNOWN", message: error.message }, { cause: error });
  if (error instanceof Error && error.name === "BeyondCalendar")
    return new Failure({ code: "MALFORMED", message: error.message }, { cause: error });
  if (hasRejection(error)) return refusedBy(error.rejection);
  return ourFault(error);
}

export const ourFault = (cause: unknown): Failure =>
  new Failure(
    {
      code: "OUR_FAULT",
      message: "Something went wrong inside cimpro. Set CIMPRO_DEBUG=1 and run it again to see what, then report it.",
    },
    { cause },
  );

function ofServer(error: TRPCClientError<never>): Failure {
  const data: unknown = error.data;
  const told = isObject(data) && isTold(data.refusal) ? data.refusal : undefined;
  if (told?.code === "OUR_FAULT") return ourFault(error);
  const status = isObject(data) && typeof data.httpStatus === "number" ? data.httpStatus : undefined;
  if (told !== undefined) return new Failure(withoutEmptyDetails(told), { cause: error, status });
  return error.cause === undefined ? ourFault(error) : failureOf(error.cause);
}

/** What nothing is said of is left out (contract, `error`). */
const withoutEmptyDetails = ({ details = {}, ...told }: Told): Told =>
  Object.keys(details).length === 0 ? told : { ...told, details };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isTold = (value: unknown): value is Told =>
  isObject(value) && typeof value.code === "string" && typeof value.message === "string";

const isStoreProblem = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && error.name === "StoreProblem" && "code" in error && typeof error.code === "string";

/** `Refused` of the store and `UnreadableFile` of the import both carry one. */
const hasRejection = (error: unknown): error is Error & { readonly rejection: Parameters<typeof refusedBy>[0] } =>
  error instanceof Error && "rejection" in error && isTold(error.rejection);
