import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../values/day.ts";
import { nextPeriod, type PeriodQuestion } from "./period.ts";

const terms = { periodDays: 14 };

const next = (changes: Partial<PeriodQuestion>) =>
  nextPeriod(
    { openDays: ["2024-01-03"], closedThrough: null, anchor: "2024-01-01", through: "2024-12-31", ...changes },
    terms,
  );

const first = { start: "2024-01-01", end: "2024-01-15" };
const second = { start: "2024-01-15", end: "2024-01-29" };
const third = { start: "2024-01-29", end: "2024-02-12" };

describe("which period closes next", () => {
  test.each([
    ["the one of the earliest open work", {}, first],
    ["the one its first day lies in", { openDays: ["2024-01-15"] }, second],
    ["the one its last day lies in", { openDays: ["2024-01-14"] }, first],
    [
      "one before the anchor, on the same grid",
      { openDays: ["2023-12-31"] },
      { start: "2023-12-18", end: "2024-01-01" },
    ],
    ["one on the account's own grid", { anchor: "2024-01-02" }, { start: "2024-01-02", end: "2024-01-16" }],
    ["the first that is still open, for late work", { closedThrough: "2024-01-29" }, third],
    [
      "the one of the work, though earlier quiet ones are open too",
      { openDays: ["2024-02-01"], closedThrough: "2024-01-15" },
      third,
    ],
    ["none without open work", { openDays: [] }, undefined],
    ["none while the run ends a day early", { through: "2024-01-13" }, undefined],
    ["the one whose last day is the day of the run", { through: "2024-01-14" }, first],
    [
      "none while late work waits for a period to end",
      { closedThrough: "2024-01-29", through: "2024-02-10" },
      undefined,
    ],
    ["none for work dated ahead", { openDays: ["2024-03-01"], through: "2024-02-29" }, undefined],
  ])("INV-1: %s", (_which, changes, period) => {
    expect(next(changes)?.period).toEqual(period);
  });
});

describe("how far the books are closed then", () => {
  test.each([
    ["up to the period of the next open work", { openDays: ["2024-01-03", "2024-02-01"] }, "2024-01-29", 2],
    ["through the day of the run, if no more work is open", { through: "2024-02-11" }, "2024-02-12", 3],
    [
      "not beyond the day of the run",
      { openDays: ["2024-01-03", "2024-09-01"], through: "2024-01-30" },
      "2024-01-29",
      2,
    ],
    ["by one period, if the next has work", { openDays: ["2024-01-03", "2024-01-15"] }, "2024-01-15", 1],
  ])("INV-1: %s", (_how, changes, closedThrough, periods) => {
    expect(next(changes)).toMatchObject({ closedThrough, periods });
  });
});

test("INV-1: for any work and grid, the period has ended by the day of the run, holds or follows the work, and leaves none behind", () => {
  const day = fc.integer({ min: -40, max: 120 }).map((number) => addDays("2024-01-01", number));
  const days = fc.array(day, { minLength: 1, maxLength: 8 }).map((all) => all.toSorted());
  fc.assert(
    fc.property(days, day, day, fc.integer({ min: 1, max: 40 }), (openDays, anchor, through, periodDays) => {
      const answer = nextPeriod({ openDays, anchor, through, closedThrough: null }, { periodDays });
      if (answer === null) return;
      const { period, closedThrough, periods } = answer;
      const earliest = openDays[0] ?? "";
      expect(period.start <= earliest && earliest < period.end).toBe(true);
      expect(period.end <= addDays(through, 1)).toBe(true);
      expect(closedThrough <= addDays(through, 1)).toBe(true);
      expect(addDays(period.start, periods * periodDays)).toBe(closedThrough);
      expect(openDays.filter((each) => each >= period.end && each < closedThrough)).toEqual([]);
    }),
  );
});
