import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromNumber } from "../values/day.ts";
import { RateCard, rateOn } from "./rate-card.ts";

const first = { validFrom: "2024-01-01", ratePerHour: 23_500 };
const second = { validFrom: "2025-01-01", ratePerHour: 24_400 };
const third = { validFrom: "2025-07-01", ratePerHour: 25_000 };
const card = [first, second, third];

describe("rateOn", () => {
  test.each([
    ["2024-01-01", first],
    ["2024-12-31", first],
    ["2025-01-01", second],
    ["2025-06-30", second],
    ["2025-07-01", third],
    ["2099-01-01", third],
  ])("RATE-2: work dated %s is rated by the latest rate begun by then", (on, rate) => {
    expect(rateOn(card, on)).toBe(rate);
  });

  test("RATE-2: the earliest rate also holds for all days before it", () => {
    expect(rateOn(card, "2023-12-31")).toBe(first);
    expect(rateOn(card, "0001-01-01")).toBe(first);
  });

  test("RATE-2: for any card and day, no later rate had begun", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1000, max: 31_000 }), (begins, number) => {
        const entries = begins
          .toSorted((a, b) => a - b)
          .map((begin) => ({ validFrom: dayFromNumber(begin), ratePerHour: begin }));
        const begun = begins.filter((begin) => begin <= number);
        const expected = begun.length === 0 ? Math.min(...begins) : Math.max(...begun);
        expect(rateOn(entries, dayFromNumber(number)).ratePerHour).toBe(expected);
      }),
    );
  });

  test("a card without rates is a defect", () => {
    expect(() => rateOn([], "2024-01-01")).toThrow(RangeError);
  });
});

describe("RateCard", () => {
  test("lists its rates oldest first, each day once", () => {
    expect(RateCard.parse(card)).toEqual(card);
    expect(RateCard.safeParse([second, first]).success).toBe(false);
    expect(RateCard.safeParse([first, { ...second, validFrom: first.validFrom }]).success).toBe(false);
  });

  test("has at least one rate", () => {
    expect(RateCard.safeParse([]).error?.issues[0]?.message).toBe("a rate card needs at least one rate");
  });
});
