import { expect, test } from "vitest";
import { rejection, rejectionCodes, rejectionKind } from "./rejection.ts";

test("a refusal states its code, one sentence, its clause and the facts", () => {
  expect(rejection("RUN_AFTER_TODAY", { through: "2024-02-01", today: "2024-01-31" })).toEqual({
    code: "RUN_AFTER_TODAY",
    message: "A billing run through 2024-02-01 must wait: today is 2024-01-31.",
    clause: "INV-1",
    details: { through: "2024-02-01", today: "2024-01-31" },
  });
});

test("where gates are data of the practice, the facts say which clause a refusal rests on", () => {
  const facts = { phase: "discovery", to: "technical-planning" };
  const missing = [{ title: "Approval of the SOW", clauses: ["PROC-1"] }];
  expect(rejection("PHASE_INCOMPLETE", { ...facts, missing })).toEqual({
    code: "PHASE_INCOMPLETE",
    message: 'Before "technical-planning" there must be: Approval of the SOW.',
    clause: "PROC-1",
    details: { ...facts, missing },
  });
  expect(
    rejection("PHASE_INCOMPLETE", { ...facts, missing: [{ title: "A word", clauses: [] }] }).clause,
  ).toBeUndefined();
});

test("a refusal that rests on no clause has none", () => {
  expect(rejection("NOT_FOUND", { what: "clause", id: "RATE-9" })).toEqual({
    code: "NOT_FOUND",
    message: 'There is no clause "RATE-9".',
    details: { what: "clause", id: "RATE-9" },
  });
});

test("malformed input is told as issues, each with its path", () => {
  const issues = [
    { path: "lines.0.minutes", message: "must be whole" },
    { path: "", message: "must be an object" },
  ];
  expect(rejection("MALFORMED", { issues })).toEqual({
    code: "MALFORMED",
    message: "lines.0.minutes: must be whole; must be an object",
    details: {},
    issues,
  });
  expect(rejection("MALFORMED", { issues: [] }).message).toBe("The input is malformed.");
});

test("INV-5: the sentence counts the invoices that stop the work", () => {
  const stopped = { account: "acme", since: "2024-01-02", on: "2024-01-05" };
  expect(rejection("WORK_STOPPED", { ...stopped, invoices: ["INV-000001"] }).message).toMatch(
    "because INV-000001 is past due",
  );
  expect(rejection("WORK_STOPPED", { ...stopped, invoices: ["INV-000001", "INV-000002"] }).message).toMatch(
    "because INV-000001, INV-000002 are past due",
  );
});

test("a refusal is plain JSON", () => {
  const refusal = rejection("FORBIDDEN", { action: "Adopting a policy", roles: ["admin"] });
  expect(JSON.parse(JSON.stringify(refusal))).toEqual(refusal);
});

test("every code has a kind", () => {
  expect(rejectionCodes.length).toBeGreaterThan(10);
  expect(new Set(rejectionCodes).size).toBe(rejectionCodes.length);
  for (const code of rejectionCodes) expect(rejectionKind(code)).toMatch(/^[a-z-]+$/);
  expect(rejectionKind("MALFORMED")).toBe("malformed");
});
