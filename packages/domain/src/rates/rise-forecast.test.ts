import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ExpectedRise, forecastRates, RateForecast, RateForecastRequest } from "./rise-forecast.ts";

const terms = {
  currency: "USD",
  rateCard: [{ validFrom: "2024-01-01", ratePerHour: 23_500 }],
  expectedRise: { lowPercent: 3, highPercent: 5 },
};

/** Whether `rounded` is `base × (percent ÷ 100)ⁿ` rounded half up, checked without dividing. */
function isCompound(rounded: number, base: number, percent: number, years: number): boolean {
  const scale = 100n ** BigInt(years);
  const shifted = 2n * BigInt(base) * BigInt(percent) ** BigInt(years) + scale;
  return 2n * BigInt(rounded) * scale <= shifted && shifted < 2n * (BigInt(rounded) + 1n) * scale;
}

describe("forecastRates", () => {
  test("RATE-4: 235.00 may be 242.05 to 246.75 in a year", () => {
    expect(forecastRates({ years: 3, on: "2024-06-01" }, terms)).toMatchObject({
      currency: "USD",
      base: 23_500,
      years: [
        { year: 1, low: 24_205, high: 24_675 },
        { year: 2, low: 24_931, high: 25_909 },
        { year: 3, low: 25_679, high: 27_204 },
      ],
    });
  });

  test("RATE-4: every year is compounded exactly and rounded once", () => {
    const base = fc.nat(1_000_000);
    const percent = fc.nat(30);
    fc.assert(
      fc.property(base, percent, percent, fc.integer({ min: 1, max: 50 }), (ratePerHour, one, other, years) => {
        const expectedRise = { lowPercent: Math.min(one, other), highPercent: Math.max(one, other) };
        const rateCard = [{ validFrom: "2024-01-01", ratePerHour }];
        const forecast = forecastRates({ years, on: "2024-01-01" }, { currency: "USD", rateCard, expectedRise });
        expect(forecast.years.map((each) => each.year)).toEqual(Array.from({ length: years }, (_, at) => at + 1));
        for (const { year, low, high } of forecast.years) {
          expect(isCompound(low, ratePerHour, 100 + expectedRise.lowPercent, year)).toBe(true);
          expect(isCompound(high, ratePerHour, 100 + expectedRise.highPercent, year)).toBe(true);
          expect(low).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  test("RATE-2: the base is the rate of the day asked about", () => {
    const rateCard = [...terms.rateCard, { validFrom: "2025-01-01", ratePerHour: 24_400 }];
    expect(forecastRates({ years: 1, on: "2025-03-01" }, { ...terms, rateCard }).base).toBe(24_400);
    expect(forecastRates({ years: 1, on: "2023-03-01" }, { ...terms, rateCard }).base).toBe(23_500);
  });

  test("the answer is plain JSON that fits its own schema", () => {
    const forecast = forecastRates({ years: 5, on: "2024-06-01" }, terms);
    expect(RateForecast.parse(JSON.parse(JSON.stringify(forecast)))).toEqual(forecast);
  });
});

test("a forecast is for five years unless it says otherwise, and at least for one", () => {
  expect(RateForecastRequest.parse({ on: "2024-01-01" }).years).toBe(5);
  for (const years of [0, -1, 1.5, 51])
    expect(RateForecastRequest.safeParse({ years, on: "2024-01-01" }).success).toBe(false);
});

test("RATE-4: the expected rise is a range, low end first", () => {
  expect(ExpectedRise.parse({ lowPercent: 3, highPercent: 3 })).toEqual({ lowPercent: 3, highPercent: 3 });
  expect(ExpectedRise.safeParse({ lowPercent: 5, highPercent: 3 }).success).toBe(false);
});
