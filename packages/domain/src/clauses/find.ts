import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { Clause } from "./clause.ts";

/** The clause that an answer cites. */
export function findClause(clauses: readonly Clause[], id: string): Result<Clause> {
  const clause = clauses.find((each) => each.id === id);
  return clause === undefined ? refused(rejection("NOT_FOUND", { what: "clause", id })) : ok(clause);
}
