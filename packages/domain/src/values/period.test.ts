import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayFromNumber, daysBetween } from "./day.ts";
import { lastDayOf, periodOf } from "./period.ts";

const anchor = "2024-01-01";
const days = fc.integer({ min: -100_000, max: 100_000 }).map(dayFromNumber);
const lengths = fc.integer({ min: 1, max: 366 });

describe("periodOf", () => {
  test.each([
    ["2024-01-01", "2024-01-01", "2024-01-15"],
    ["2024-01-14", "2024-01-01", "2024-01-15"],
    ["2024-01-15", "2024-01-15", "2024-01-29"],
    ["2023-12-31", "2023-12-18", "2024-01-01"],
    ["2023-12-18", "2023-12-18", "2024-01-01"],
    ["2023-12-17", "2023-12-04", "2023-12-18"],
  ])("INV-1: %s lies in the period from %s to before %s", (day, start, end) => {
    expect(periodOf(day, anchor, 14)).toEqual({ start, end });
  });

  test("INV-1: every day lies in exactly one period, on both sides of the anchor", () => {
    fc.assert(
      fc.property(days, days, lengths, (day, origin, length) => {
        const period = periodOf(day, origin, length);
        expect(period.start <= day && day < period.end).toBe(true);
        expect(daysBetween(period.start, period.end)).toBe(length);
        expect(periodOf(period.start, origin, length)).toEqual(period);
        expect(periodOf(lastDayOf(period), origin, length)).toEqual(period);
        expect(periodOf(period.end, origin, length).start).toBe(period.end);
        expect(periodOf(addDays(period.start, -1), origin, length).end).toBe(period.start);
      }),
      { numRuns: 1000 },
    );
  });

  test("INV-1: the anchor begins a period, and so does every other start on its grid", () => {
    fc.assert(
      fc.property(days, lengths, fc.integer({ min: -200, max: 200 }), (origin, length, steps) => {
        const start = addDays(origin, steps * length);
        expect(periodOf(start, origin, length).start).toBe(start);
      }),
    );
  });
});

test("the last day of a period is the one before its end", () => {
  expect(lastDayOf({ start: "2024-02-19", end: "2024-03-01" })).toBe("2024-02-29");
});
