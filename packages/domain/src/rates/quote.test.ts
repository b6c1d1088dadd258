import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountFor } from "../values/money.ts";
import { LeadTime } from "./lead-time.ts";
import { Quote, QuoteRequest, quote } from "./quote.ts";

const terms = {
  currency: "USD",
  rateCard: [
    { validFrom: "2024-01-01", ratePerHour: 23_500 },
    { validFrom: "2025-01-01", ratePerHour: 24_400 },
  ],
  premiums: { expedited: 5000, rush: 10_000 },
};
const on = "2024-06-01";

describe("quote", () => {
  test("RATE-1: ten hours on the standard lead time are one line at 235 an hour", () => {
    const { lines, total } = quote({ minutes: 600, leadTime: "standard", on }, terms);
    expect(lines).toEqual([
      {
        kind: "labor",
        minutes: 600,
        ratePerHour: 23_500,
        amount: 235_000,
        clauses: ["RATE-1", "RATE-2", "RATE-5", "RATE-6"],
      },
    ]);
    expect(total).toBe(235_000);
  });

  test.each([
    ["expedited", 5000, 50_000, 285_000],
    ["rush", 10_000, 100_000, 335_000],
  ] as const)("LEAD-2: the %s premium is a line of its own", (leadTime, ratePerHour, amount, total) => {
    const answer = quote({ minutes: 600, leadTime, on }, terms);
    expect(answer.lines[1]).toEqual({
      kind: "premium",
      minutes: 600,
      ratePerHour,
      amount,
      clauses: ["LEAD-1", "LEAD-2", "RATE-5", "RATE-6"],
    });
    expect(answer.total).toBe(total);
  });

  test("RATE-2: the rate is that of the day asked about", () => {
    expect(quote({ minutes: 60, leadTime: "standard", on: "2025-01-01" }, terms).total).toBe(24_400);
    expect(quote({ minutes: 60, leadTime: "standard", on: "2020-01-01" }, terms).total).toBe(23_500);
  });

  test("RATE-5: a line is rounded once, half up", () => {
    expect(quote({ minutes: 1, leadTime: "rush", on }, terms).lines.map((line) => line.amount)).toEqual([392, 167]);
  });

  test("the lines add up to the total, and the trace has a step for each", () => {
    const requests = fc.record({
      minutes: fc.integer({ min: 1, max: 60_000_000 }),
      leadTime: fc.constantFrom(...LeadTime.options),
      on: fc.constantFrom("2023-12-31", on, "2025-01-01"),
    });
    const rates = fc.nat(100_000_000);
    fc.assert(
      fc.property(requests, rates, rates, rates, (request, ratePerHour, expedited, rush) => {
        const rateCard = [{ validFrom: "2024-01-01", ratePerHour }];
        const answer = quote(request, { currency: "USD", rateCard, premiums: { expedited, rush } });
        expect(answer.lines.length).toBe(request.leadTime === "standard" ? 1 : 2);
        expect(answer.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(answer.total);
        expect(Number.isSafeInteger(answer.total)).toBe(true);
        for (const line of answer.lines) expect(line.amount).toBe(amountFor(line.minutes, line.ratePerHour));
        expect(answer.trace.map((step) => step.amount)).toEqual(answer.lines.map((line) => line.amount));
      }),
    );
  });

  test("the answer is plain JSON that fits its own schema", () => {
    const answer = quote({ minutes: 95, leadTime: "rush", on }, terms);
    expect(Quote.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  });
});

describe("QuoteRequest", () => {
  test("is on the standard lead time unless it says otherwise", () => {
    expect(QuoteRequest.parse({ minutes: 60, on })).toEqual({ minutes: 60, leadTime: "standard", on });
  });

  test.each([
    [{ minutes: 0, on }],
    [{ minutes: -60, on }],
    [{ minutes: 1.5, on }],
    [{ minutes: 60_000_001, on }],
    [{ minutes: 60, on: "2024-02-30" }],
    [{ minutes: 60, on, leadTime: "tomorrow" }],
    [{ minutes: 60 }],
  ])("%j is malformed", (request) => {
    expect(QuoteRequest.safeParse(request).success).toBe(false);
  });
});
