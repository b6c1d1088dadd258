import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  amountFor,
  blendedAmount,
  Currency,
  compound,
  decimalOf,
  formatMoney,
  minorDigits,
  RatePerHour,
} from "./money.ts";

describe("amountFor", () => {
  test.each([
    [60, 23_500, 23_500],
    [20, 9000, 3000],
    [90, 23_500, 35_250],
    [1, 23_500, 392],
    [7, 23_500, 2742],
    [1, 30, 1],
    [1, 29, 0],
    [0, 23_500, 0],
    [-1, 30, 0],
    [-90, 23_500, -35_250],
  ])("RATE-5: %d minutes at %d cents an hour are %d cents", (minutes, ratePerHour, cents) => {
    expect(amountFor(minutes, ratePerHour)).toBe(cents);
  });

  test("RATE-5: multiplies first and rounds once, for any minutes and rate", () => {
    fc.assert(
      fc.property(fc.nat(60_000_000), fc.nat(100_000_000), (minutes, ratePerHour) => {
        const sixtieths = BigInt(minutes) * BigInt(ratePerHour);
        const cents = BigInt(amountFor(minutes, ratePerHour));
        expect(cents * 120n <= sixtieths * 2n + 60n && sixtieths * 2n + 60n < (cents + 1n) * 120n).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("whole hours cost the rate times the hours", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1_000_000), (hours, ratePerHour) => {
        expect(amountFor(hours * 60, ratePerHour)).toBe(hours * ratePerHour);
      }),
    );
  });
});

describe("compound", () => {
  test.each([
    [23_500, 103, 1, 24_205],
    [23_500, 105, 1, 24_675],
    [23_500, 103, 2, 24_931],
    [23_500, 105, 2, 25_909],
    [23_500, 105, 0, 23_500],
  ])("RATE-4: %d at %d %% for %d years is %d", (amount, percent, times, cents) => {
    expect(compound(amount, percent, times)).toBe(cents);
  });

  test("RATE-4: rounds once at the end, not once a year", () => {
    const yearly = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].reduce((cents) => compound(cents, 103, 1), 23_517);
    expect(compound(23_517, 103, 10)).not.toBe(yearly);
  });
});

test("a rate is whole cents and never negative", () => {
  expect(RatePerHour.safeParse(23_500).success).toBe(true);
  for (const wrong of [-1, 235.5, 100_000_001, Number.NaN, "23500"])
    expect(RatePerHour.safeParse(wrong).success).toBe(false);
});

test("a currency is three capital letters", () => {
  expect(Currency.safeParse("USD").success).toBe(true);
  for (const wrong of ["usd", "US", "DOLLAR", "US1", ""]) expect(Currency.safeParse(wrong).success).toBe(false);
});

describe("writing amounts", () => {
  test("every currency has its own number of minor digits", () => {
    expect(["USD", "JPY", "KWD"].map(minorDigits)).toEqual([2, 0, 3]);
    expect(minorDigits("USD")).toBe(2);
  });

  test.each([
    [123_456, "USD", "1234.56"],
    [5, "USD", "0.05"],
    [0, "USD", "0.00"],
    [-5, "USD", "-0.05"],
    [-123_456, "USD", "-1234.56"],
    [1234, "JPY", "1234"],
    [-7, "JPY", "-7"],
    [1234, "KWD", "1.234"],
    [Number.MAX_SAFE_INTEGER, "USD", "90071992547409.91"],
  ])("%d in the smallest unit of %s is %s", (amount, currency, decimal) => {
    expect(decimalOf(amount, currency)).toBe(decimal);
  });

  test("the decimal holds exactly the amount", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom("USD", "JPY", "KWD"), (amount, currency) => {
        const decimal = decimalOf(amount, currency);
        expect(Number(decimal.replace(".", ""))).toBe(amount === 0 ? 0 : amount);
        expect(decimal.split(".")[1]?.length ?? 0).toBe(minorDigits(currency));
      }),
    );
  });

  test("people read dollars with cents and yen without", () => {
    expect(formatMoney(123_456, "USD")).toBe("$1,234.56");
    expect(formatMoney(-5, "USD")).toBe("-$0.05");
    expect(formatMoney(1234, "JPY")).toBe("¥1,234");
    expect(formatMoney(123_456, "EUR", "de-DE")).toBe("1.234,56\u00a0€");
  });

  test("no cent is lost in the largest amount", () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, "USD")).toBe("$90,071,992,547,409.91");
  });
});

describe("blendedAmount", () => {
  test("RATE-5: minutes at several rates are one line, rounded once", () => {
    const parts = [
      { minutes: 1, ratePerHour: 5000 },
      { minutes: 2, ratePerHour: 10_000 },
    ];
    expect(blendedAmount(parts)).toBe(417);
    expect(amountFor(1, 5000) + amountFor(2, 10_000)).toBe(416);
    expect(blendedAmount([])).toBe(0);
  });

  test("at one rate it is what the minutes cost together", () => {
    const minutes = fc.nat(30_000_000);
    fc.assert(
      fc.property(minutes, minutes, fc.nat(100_000_000), (one, other, ratePerHour) => {
        const parts = [one, other].map((each) => ({ minutes: each, ratePerHour }));
        expect(blendedAmount(parts)).toBe(amountFor(one + other, ratePerHour));
      }),
    );
  });
});
