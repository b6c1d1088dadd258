import fc from "fast-check";
import { expect, test } from "vitest";
import { dayFromNumber } from "./day.ts";
import { checkStatedDay, farFromToday } from "./stated-day.ts";

const today = "2026-12-01";

test.each([
  ["1026-11-01", false],
  ["1969-12-31", false],
  ["1970-01-01", true],
  ["2016-11-01", true],
  ["2026-12-01", true],
  ["2036-12-01", true],
  ["2036-12-02", false],
  ["3026-12-01", false],
  ["9999-12-31", false],
])("%s may be stated: %s", (on, may) => expect(checkStatedDay(on, today).ok).toBe(may));

test("the refusal says what the day is of and where it may lie", () => {
  expect(checkStatedDay("1026-11-01", today, "on")).toMatchObject({
    rejection: {
      code: "DATE_OUT_OF_RANGE",
      message: "1026-11-01 (on) can only be mistyped: it must lie from 1970-01-01 to 2036-12-01. Correct the year.",
      details: { of: "on", on: "1026-11-01", earliest: "1970-01-01", latest: "2036-12-01" },
    },
  });
});

test.each([
  ["2026-08-31", "back"],
  ["2026-09-01", null],
  ["2026-12-01", null],
  ["2028-03-01", null],
  ["2028-03-02", "ahead"],
])("%s is far from today: %s", (on, far) => expect(farFromToday(on, today)).toBe(far));

test("whatever today is, today itself may be stated and is not far", () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map(dayFromNumber);
  fc.assert(
    fc.property(days, (day) => {
      expect(checkStatedDay(day, day).ok).toBe(true);
      expect(farFromToday(day, day)).toBe(null);
    }),
  );
});
