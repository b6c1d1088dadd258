import { type Rejection, type Result, rejection } from "@cimpro/domain";

/** Carries a refusal out of a transaction, so that nothing of it is kept. The shell turns it back into data. */
export class Refused extends Error {
  readonly rejection: Rejection;

  constructor(why: Rejection) {
    super(why.message);
    this.name = "Refused";
    this.rejection = why;
  }
}

/** The value, or the refusal thrown: for use inside a transaction. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused(result.rejection);
}

/** The value, or NOT_FOUND for what was asked. */
export function orNotFound<T>(value: T | undefined, what: string, id: string): T {
  if (value === undefined) throw new Refused(rejection("NOT_FOUND", { what, id }));
  return value;
}
