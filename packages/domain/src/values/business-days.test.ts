import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  businessDayAfter,
  businessDaysBetween,
  isBusinessDay,
  lastBusinessDay,
  nextBusinessDay,
} from "./business-days.ts";
import { type Day, dayFromNumber } from "./day.ts";

const none: ReadonlySet<Day> = new Set();
// 2024-07-04 is a Thursday, 2024-07-06 a Saturday.
const july = new Set(["2024-07-04", "2024-07-06"]);

const numbers = fc.integer({ min: -3000, max: 30_000 });
const holidaySets = fc.array(numbers.map(dayFromNumber), { maxLength: 40 }).map((days) => new Set(days));
/** Holidays close to the days that are asked about. */
const near = fc
  .tuple(numbers, fc.array(fc.integer({ min: -10, max: 70 }), { maxLength: 40 }))
  .map(([begin, offsets]) => ({
    begin,
    holidays: new Set(offsets.map((offset) => dayFromNumber(begin + offset))),
  }));

/** JavaScript's own calendar, one day at a time. */
const isOpen = (number: number, holidays: ReadonlySet<Day>): boolean =>
  ![0, 6].includes(new Date(number * 86_400_000).getUTCDay()) && !holidays.has(dayFromNumber(number));

describe("isBusinessDay", () => {
  test.each([
    ["2024-07-01", true],
    ["2024-07-03", true],
    ["2024-07-04", false],
    ["2024-07-05", true],
    ["2024-07-06", false],
    ["2024-07-07", false],
    ["2024-07-08", true],
  ])("REQ-1, LEAD-6: %s with the 4th of July off: %s", (day, expected) => {
    expect(isBusinessDay(day, july)).toBe(expected);
  });
});

describe("businessDaysBetween", () => {
  test.each([
    ["the same day", "2024-07-01", "2024-07-01", 0],
    ["backwards", "2024-07-10", "2024-07-01", 0],
    ["Monday to Tuesday", "2024-07-01", "2024-07-02", 1],
    ["Friday to Saturday", "2024-06-28", "2024-06-29", 0],
    ["Friday to Monday", "2024-06-28", "2024-07-01", 1],
    ["Saturday to Sunday", "2024-06-29", "2024-06-30", 0],
    ["Sunday to Monday", "2024-06-30", "2024-07-01", 1],
    ["a week with a holiday", "2024-07-01", "2024-07-08", 4],
    ["from a holiday on", "2024-07-04", "2024-07-08", 2],
    ["a year", "2023-12-31", "2024-12-31", 261],
  ])("LEAD-6: counts after the first and up to the last: %s", (_what, from, to, expected) => {
    expect(businessDaysBetween(from, to, july)).toBe(expected);
  });

  test("is what counting day by day gives", () => {
    fc.assert(
      fc.property(near, fc.integer({ min: -5, max: 60 }), ({ begin, holidays }, length) => {
        let expected = 0;
        for (let number = begin + 1; number <= begin + length; number++) if (isOpen(number, holidays)) expected += 1;
        expect(businessDaysBetween(dayFromNumber(begin), dayFromNumber(begin + length), holidays)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("adjoining stretches add up", () => {
    fc.assert(
      fc.property(fc.tuple(numbers, numbers, numbers), holidaySets, (days, holidays) => {
        const [a = "", b = "", c = ""] = days.toSorted((x, y) => x - y).map(dayFromNumber);
        expect(businessDaysBetween(a, b, holidays) + businessDaysBetween(b, c, holidays)).toBe(
          businessDaysBetween(a, c, holidays),
        );
      }),
    );
  });
});

describe("businessDayAfter", () => {
  test.each([
    ["2024-07-01", 0, "2024-07-01"],
    ["2024-07-06", 0, "2024-07-06"],
    ["2024-07-01", 2, "2024-07-03"],
    ["2024-07-01", 3, "2024-07-05"],
    ["2024-07-03", 2, "2024-07-08"],
    ["2024-07-05", 1, "2024-07-08"],
    ["2024-07-06", 1, "2024-07-08"],
    ["2024-07-07", 5, "2024-07-12"],
  ])("LEAD-6: after %s, %d business days on, it is %s", (day, count, expected) => {
    expect(businessDayAfter(day, count, july)).toBe(expected);
  });

  test("is the first day by which that many have passed", () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 45 }), ({ begin, holidays }, count) => {
        let [number, passed] = [begin, 0];
        while (passed < count) {
          number += 1;
          if (isOpen(number, holidays)) passed += 1;
        }
        expect(businessDayAfter(dayFromNumber(begin), count, holidays)).toBe(dayFromNumber(number));
      }),
      { numRuns: 2000 },
    );
  });

  test("reaches far ahead at once", () => {
    expect(businessDayAfter("2024-01-01", 5 * 52_000, none)).toBe(dayFromNumber(19_723 + 7 * 52_000));
  });
});

test("the next business day is after the day, the last one up to it", () => {
  expect(nextBusinessDay("2024-07-03", july)).toBe("2024-07-05");
  expect(nextBusinessDay("2024-07-05", july)).toBe("2024-07-08");
  expect(lastBusinessDay("2024-07-04", july)).toBe("2024-07-03");
  expect(lastBusinessDay("2024-07-05", july)).toBe("2024-07-05");
  expect(lastBusinessDay("2024-07-07", july)).toBe("2024-07-05");
  fc.assert(
    fc.property(near, ({ begin, holidays }) => {
      const day = dayFromNumber(begin);
      const next = nextBusinessDay(day, holidays);
      expect(day < next && isBusinessDay(next, holidays)).toBe(true);
      expect(lastBusinessDay(next, holidays)).toBe(next);
      expect(lastBusinessDay(day, holidays) <= day).toBe(true);
      expect(businessDaysBetween(lastBusinessDay(day, holidays), day, holidays)).toBe(0);
    }),
  );
});
