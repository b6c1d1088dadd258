import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../values/day.ts";
import { type StatementFact, statementOf } from "./statement.ts";

const facts: readonly StatementFact[] = [
  { on: "2024-02-12", kind: "payment", reference: "p-1", amount: -1500 },
  { on: "2024-02-12", kind: "invoice", reference: "INV-000002", amount: 2000 },
  { on: "2024-01-15", kind: "invoice", reference: "INV-000001", amount: 1000 },
  { on: "2024-02-20", kind: "credit-memo", reference: "CM-000001", amount: -300 },
  { on: "2024-03-01", kind: "payment-reversal", reference: "p-1", amount: 1500 },
];

const told = (statement: ReturnType<typeof statementOf>) =>
  statement.lines.map(({ reference, kind, balance }) => `${kind} ${reference}: ${balance}`);

describe("statementOf", () => {
  test("everything is listed with the running balance, on one day invoices before payments", () => {
    const statement = statementOf(facts, "2024-12-31");
    expect(told(statement)).toEqual([
      "invoice INV-000001: 1000",
      "invoice INV-000002: 3000",
      "payment p-1: 1500",
      "credit-memo CM-000001: 1200",
      "payment-reversal p-1: 2700",
    ]);
    expect([statement.from, statement.opening, statement.closing]).toEqual([null, 0, 2700]);
  });

  test("both ends are included; what came before is the opening balance, what comes after is left out", () => {
    const statement = statementOf(facts, "2024-02-20", "2024-02-12");
    expect(statement).toMatchObject({ opening: 1000, closing: 1200 });
    expect(told(statement)).toHaveLength(3);
  });

  test("a span without anything keeps its opening balance", () => {
    expect(statementOf(facts, "2024-02-11", "2024-02-01")).toEqual({
      from: "2024-02-01",
      to: "2024-02-11",
      opening: 1000,
      lines: [],
      closing: 1000,
    });
  });

  test("on one day documents are in order of their numbers, longer ones later", () => {
    const sameDay = ["INV-1000000", "INV-999999", "INV-999998"].map((reference) => ({
      on: "2024-01-15",
      kind: "invoice" as const,
      reference,
      amount: 1,
    }));
    expect(statementOf(sameDay, "2024-01-15").lines.map(({ reference }) => reference)).toEqual([
      "INV-999998",
      "INV-999999",
      "INV-1000000",
    ]);
  });

  test("for any facts and span, opening plus lines is closing, and the next statement opens with it", () => {
    const day = fc.integer({ min: 0, max: 60 }).map((number) => addDays("2024-01-01", number));
    const kind = fc.constantFrom<StatementFact["kind"]>("invoice", "credit-memo", "payment", "payment-reversal");
    const fact = fc.record({ on: day, kind, reference: fc.uuid(), amount: fc.integer({ min: -9999, max: 9999 }) });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), day, day, (some, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const { opening, lines, closing } = statementOf(some, to, from);
        expect(lines.reduce((sum, { amount }) => sum + amount, opening)).toBe(closing);
        expect(statementOf(some, "2099-12-31", addDays(to, 1)).opening).toBe(closing);
      }),
    );
  });
});
