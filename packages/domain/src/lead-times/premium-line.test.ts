import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountFor } from "../values/money.ts";
import { type PremiumLine, settleLines } from "./premium-line.ts";

const line = (minutes: number, ratePerHour: number, keptMinutes?: number): PremiumLine => ({
  minutes,
  ratePerHour,
  amount: amountFor(minutes, ratePerHour),
  ...(keptMinutes === undefined ? {} : { keptMinutes }),
});

describe("settleLines", () => {
  test("LEAD-4: every line is worked out again at the settled rate; the rest is credited", () => {
    expect(settleLines([line(600, 10_000), line(90, 10_000)], 5000)).toEqual([
      { due: 50_000, credit: 50_000 },
      { due: 7500, credit: 7500 },
    ]);
    expect(settleLines([line(600, 5000)], 0)).toEqual([{ due: 0, credit: 50_000 }]);
    expect(settleLines([], 0)).toEqual([]);
  });

  test("LEAD-4, RATE-5: lines round one by one, so several may differ by cents from one", () => {
    // One minute at 100 an hour is 166.67 → 167, at 50 an hour 83.33 → 83: each line credits 84, both together 167.
    expect(settleLines([line(1, 10_000), line(1, 10_000)], 5000)).toEqual([
      { due: 83, credit: 84 },
      { due: 83, credit: 84 },
    ]);
    expect(settleLines([line(2, 10_000)], 5000)).toEqual([{ due: 167, credit: 166 }]);
  });

  test("LEAD-5: minutes of change orders that are never credited keep the rate of the line", () => {
    expect(settleLines([line(600, 10_000, 120)], 5000)).toEqual([{ due: 60_000, credit: 40_000 }]);
    expect(settleLines([line(600, 5000, 120)], 0)).toEqual([{ due: 10_000, credit: 40_000 }]);
    expect(settleLines([line(600, 5000, 900)], 0)).toEqual([{ due: 50_000, credit: 0 }]);
    // One line, one rounding: (1 × 5,000 + 2 × 10,000) / 60 is 416.67, where 83.33 and 333.33 apart would give 416.
    expect(settleLines([line(3, 10_000, 2)], 5000)).toEqual([{ due: 417, credit: 83 }]);
  });

  test("LEAD-4: a line keeps what it was charged when the rate stays", () => {
    expect(settleLines([line(95, 10_000)], 10_000)).toEqual([{ due: 15_833, credit: 0 }]);
  });

  test("LEAD-4: whatever the rates, a line credits between nothing and what was charged", () => {
    const minutes = fc.nat(60_000_000);
    const rate = fc.nat(100_000_000);
    fc.assert(
      fc.property(minutes, rate, minutes, rate, (all, charged, kept, settled) => {
        const told = line(all, charged, kept);
        for (const { due, credit } of settleLines([told], settled)) {
          expect(credit >= 0 && due >= 0).toBe(true);
          expect(due + credit).toBe(told.amount);
        }
      }),
    );
  });
});
