import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deposit } from "../../test/samples.ts";
import { amountFor } from "../values/money.ts";
import { type Deposit, depositLeft, depositUsed, minutesFromDeposit, withCovered } from "./deposit.ts";

const rate = 23_500;
const amounts = fc.integer({ min: 0, max: 200_000 });
const rates = fc.integer({ min: 30, max: 50_000 });
const premiums = fc.option(fc.integer({ min: 0, max: 20_000 }));
const minutes = fc.integer({ min: 0, max: 700 });

describe("a deposit", () => {
  test.each([
    ["exactly so many hours", 67_000, 10_000, 600, 120],
    ["no more than is wanted", 67_000, 10_000, 60, 60],
    ["whole minutes only", 23_499, null, 600, 59],
    ["nothing once there is none", 0, null, 600, 0],
    ["nothing after it was given back", -1, null, 600, 0],
  ])("DLV-3: covers %s", (_what, amount, premium, wanted, expected) => {
    expect(minutesFromDeposit(deposit(amount), rate, premium, wanted)).toBe(expected);
  });

  test("DLV-3: is used by base and premium, added up per rate over its life and rounded once each", () => {
    const used = withCovered(withCovered(withCovered(deposit(100_000), 1, 10_000), 1, 10_000), 1, null);
    expect(used).toMatchObject({ coveredMinutes: 3, premiumMinutes: [{ ratePerHour: 10_000, minutes: 2 }] });
    expect(depositUsed(used, rate)).toBe(amountFor(3, rate) + amountFor(2, 10_000));
    expect(depositLeft(used, rate)).toBe(100_000 - 1175 - 333);
  });

  test("LEAD-8: gets money back when the premium of the minutes under it is settled lower", () => {
    const full = withCovered(deposit(67_000), 120, 10_000);
    expect(depositLeft(full, rate)).toBe(0);
    const settled: Deposit = { ...full, premiumMinutes: [{ ratePerHour: 5000, minutes: 120 }] };
    expect(depositLeft(settled, rate)).toBe(10_000);
    expect(minutesFromDeposit(settled, rate, null, 600)).toBe(25);
  });

  test("DLV-3: covers the most minutes that fit, as trying each number of them finds", () => {
    fc.assert(
      fc.property(amounts, rates, premiums, minutes, minutes, (amount, ratePerHour, premium, before, wanted) => {
        const opened = withCovered(deposit(amount), before, premium);
        const fits = (tried: number) => depositLeft(withCovered(opened, tried, premium), ratePerHour) >= 0;
        let most = 0;
        while (amount > 0 && most < wanted && fits(most + 1)) most += 1;
        expect(minutesFromDeposit(opened, ratePerHour, premium, wanted)).toBe(most);
      }),
      { numRuns: 300 },
    );
  });

  test("DLV-3: never pays more than it is, however its minutes are taken, and does not care in which portions", () => {
    const portions = fc.array(fc.tuple(minutes, fc.option(fc.constantFrom(0, 5000, 10_000))), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, rates, portions, (amount, ratePerHour, taken) => {
        let left = deposit(amount);
        for (const [wanted, premium] of taken)
          left = withCovered(left, minutesFromDeposit(left, ratePerHour, premium, wanted), premium);
        expect(depositUsed(left, ratePerHour)).toBeLessThanOrEqual(amount);
        const inOne = minutesFromDeposit(deposit(amount), ratePerHour, 5000, 700);
        const half = minutesFromDeposit(deposit(amount), ratePerHour, 5000, 350);
        const rest = minutesFromDeposit(withCovered(deposit(amount), half, 5000), ratePerHour, 5000, 350);
        expect(half + rest).toBe(inOne);
      }),
      { numRuns: 300 },
    );
  });
});
