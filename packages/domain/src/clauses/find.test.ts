import { expect, test } from "vitest";
import { cimcloudClauses } from "./cimcloud.ts";
import { findClause } from "./find.ts";

test("a clause is found by its id", () => {
  for (const clause of cimcloudClauses)
    expect(findClause(cimcloudClauses, clause.id)).toEqual({ ok: true, value: clause });
});

test.each(["RATE-99", "", "rate", "constructor"])("there is no clause %j", (id) => {
  expect(findClause(cimcloudClauses, id)).toMatchObject({
    ok: false,
    rejection: { code: "NOT_FOUND", details: { what: "clause", id } },
  });
});
