import { describe, expect, test } from "vitest";
import { openEntry, runContext, sowWork, terms } from "../../test/samples.ts";
import type { Allocation } from "./allocate.ts";
import { draftWork } from "./draft.ts";

const period = { start: "2024-01-01", end: "2024-01-15" };
const party = runContext().from;
const context = { account: "acme", from: party, to: party, issuedOn: "2024-01-15", terms: terms() };

const entry = openEntry("a", "2024-01-02", 90, { deliverable: "shop", round: 2, roundFrom: 5 });
const nothing: Allocation = {
  entry,
  sow: null,
  deposit: 0,
  allowance: [],
  invoiced: 0,
  deferred: 0,
  held: 0,
  depositPremium: null,
  premium: [],
};
const at = { entry: "a", round: 2, workedOn: "2024-01-02" };

describe("where the minutes of a period go", () => {
  test("ALW-5: the deposit's come first, then allowances, then the invoice, one after the other from where the round is", () => {
    const allowance = [
      { grant: "first", minutes: 20 },
      { grant: "second", minutes: 30 },
    ];
    const { covered, labor } = draftWork(
      period,
      [{ ...nothing, deposit: 7, allowance, invoiced: 40, held: 9 }],
      context,
    );
    expect(covered).toEqual([
      { ...at, from: 5, to: 12, place: { kind: "deposit" } },
      { ...at, from: 12, to: 32, place: { kind: "allowance", grant: "first" } },
      { ...at, from: 32, to: 62, place: { kind: "allowance", grant: "second" } },
    ]);
    expect(labor).toEqual([{ ...at, from: 62, to: 102, line: 1 }]);
  });

  test("what stays open goes nowhere", () => {
    const waiting = { ...nothing, deferred: 50, held: 40 };
    expect(draftWork(period, [waiting], context)).toEqual({ invoice: null, covered: [], labor: [], premium: [] });
  });

  const sow = sowWork({ premium: { ratePerHour: 10_000, until: null, settledRate: 5000, keptOpenMinutes: 0 } });
  const rushed = { ...nothing, sow, deposit: 20, allowance: [{ grant: "hours", minutes: 30 }], invoiced: 40 };

  test("LEAD-2: premiums lie on what an allowance covers and what is invoiced, after the deposit's minutes", () => {
    const premium = [
      { ratePerHour: 10_000, minutes: 50, kept: true },
      { ratePerHour: 5000, minutes: 20, kept: false },
    ];
    const { invoice, premium: spans } = draftWork(period, [{ ...rushed, premium }], context);
    expect(invoice?.lines.map(({ kind, ratePerHour }) => [kind, ratePerHour])).toEqual([
      ["labor", 23_500],
      ["premium", 5000],
      ["premium", 10_000],
    ]);
    expect(spans).toEqual([
      { ...at, from: 75, to: 95, line: 2 },
      { ...at, from: 25, to: 75, line: 3 },
    ]);
  });

  test("LEAD-8: a premium that is settled at nothing is on no line and leaves no minutes there", () => {
    const premium = [{ ratePerHour: 0, minutes: 70, kept: false }];
    expect(draftWork(period, [{ ...rushed, premium }], context).premium).toEqual([]);
  });
});
