import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowanceTerms, lump, monthly } from "../../test/samples.ts";
import { grantsOf } from "../allowances/grants.ts";
import type { Allowance } from "../allowances/purchase.ts";
import { addDays } from "../values/day.ts";
import { type AllowanceBalance, balancesOf } from "./balance.ts";
import { coverTime, type OpenTime } from "./waterfall.ts";

interface Told {
  readonly open?: readonly OpenTime[];
  readonly frozen?: ReadonlyMap<string, number>;
  readonly rolloverCapMinutes?: number;
}

function balances(allowances: readonly Allowance[], asOf: string, told: Told = {}): readonly AllowanceBalance[] {
  const { open = [], frozen = new Map<string, number>(), rolloverCapMinutes = 0 } = told;
  const grants = grantsOf(allowances, [], allowanceTerms(), asOf);
  const { uses } = coverTime({
    open: open.filter(({ on }) => on <= asOf),
    grants,
    frozen,
    rolloverCapMinutes,
    through: asOf,
  });
  return balancesOf(allowances, uses, asOf);
}

const work = (on: string, minutes: number): OpenTime => ({ id: on, on, minutes });
const row = (granted: number, used: number, lapsed: number, remaining: number) => ({
  grantedMinutes: granted,
  usedMinutes: used,
  lapsedMinutes: lapsed,
  remainingMinutes: remaining,
});

describe("a lump sum", () => {
  const bought = lump("a", { minutes: 600, validFrom: "2024-01-10" });

  test.each([
    ["2024-01-09", row(0, 0, 0, 0)],
    ["2024-01-10", row(600, 0, 0, 600)],
    ["2024-02-01", row(600, 100, 0, 500)],
    ["2034-02-01", row(600, 100, 0, 500)],
  ])("ALW-4: at the end of %s it stands at %j, and never lapses", (asOf, expected) => {
    expect(balances([bought], asOf, { open: [work("2024-01-20", 100)] })).toEqual([
      { id: "a", kind: "lump-sum", ...expected },
    ]);
  });

  test("ALW-7: overage is shown as overage", () => {
    expect(balances([bought], "2024-02-01", { frozen: new Map([["a", 700]]) })).toMatchObject([row(600, 700, 0, -100)]);
  });
});

describe("a monthly purchase", () => {
  const bought = monthly("a", { minutes: 600 });
  const open = [work("2024-01-20", 100), work("2024-02-20", 50)];

  test.each([
    ["2024-01-31", row(600, 100, 0, 500)],
    ["2024-02-01", row(1200, 100, 500, 600)],
    ["2024-02-29", row(1200, 150, 500, 550)],
    ["2024-03-01", row(1800, 150, 1050, 600)],
  ])("ALW-4: the rest lapses at month end: at the end of %s it stands at %j", (asOf, expected) => {
    expect(balances([bought], asOf, { open })).toMatchObject([expected]);
  });

  test.each([
    ["2024-01-31", row(600, 100, 0, 500)],
    ["2024-02-01", row(1200, 100, 380, 720)],
    ["2024-02-29", row(1200, 150, 380, 670)],
    ["2024-03-01", row(1800, 150, 930, 720)],
  ])("ALW-4: with a roll-over of up to 120 minutes it stands at %2$j at the end of %1$s", (asOf, expected) => {
    expect(balances([bought], asOf, { open, rolloverCapMinutes: 120 })).toMatchObject([expected]);
  });

  test("ALW-4: after its last month nothing remains", () => {
    const ended = monthly("a", { minutes: 600, lastMonth: "2024-02" });
    expect(balances([ended], "2024-06-30", { open, rolloverCapMinutes: 120 })).toMatchObject([row(1200, 150, 1050, 0)]);
  });

  test("ALW-7: overage of one month is not made good by what lapsed in another", () => {
    const frozen = new Map([["a/2024-01", 700]]);
    expect(balances([bought], "2024-03-01", { frozen })).toMatchObject([row(1800, 700, 600, 500)]);
  });
});

test("ALW-7: a purchase that begins after the day does not count, though its grant is known", () => {
  const later = lump("a", { validFrom: "2024-02-01" });
  const { uses } = coverTime({
    open: [],
    grants: grantsOf([later], [], allowanceTerms(), "2024-12-31"),
    frozen: new Map(),
    rolloverCapMinutes: 0,
  });
  expect(balancesOf([later], uses, "2024-01-31")).toMatchObject([row(0, 0, 0, 0)]);
});

test("ALW-7: for any work and purchases, granted = used + lapsed + remaining, and without overage none is negative", () => {
  const days = fc.integer({ min: 0, max: 120 }).map((day) => addDays("2024-01-01", day));
  const minutes = fc.integer({ min: 1, max: 900 });
  const anyWork = fc.array(fc.record({ id: fc.uuid(), on: days, minutes }), { maxLength: 12 });
  const bought = fc
    .array(
      fc.oneof(
        fc.record({ validFrom: days, minutes }),
        fc.record({ firstMonth: fc.constantFrom("2024-01", "2024-03"), minutes }),
      ),
      {
        maxLength: 4,
      },
    )
    .map((all) => all.map((each, at) => ("validFrom" in each ? lump(`${at}`, each) : monthly(`${at}`, each))));
  fc.assert(
    fc.property(bought, anyWork, days, fc.constantFrom(0, 60, 1000), (allowances, open, asOf, rolloverCapMinutes) => {
      for (const each of balances(allowances, asOf, { open, rolloverCapMinutes })) {
        const { grantedMinutes, usedMinutes, lapsedMinutes, remainingMinutes } = each;
        expect(usedMinutes + lapsedMinutes + remainingMinutes).toBe(grantedMinutes);
        expect(Math.min(usedMinutes, lapsedMinutes, remainingMinutes)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 200 },
  );
});
