import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { addDays, type Day, dayFromNumber } from "../values/day.ts";
import { followUpClock } from "./follow-up-clock.ts";

const terms = defaultPolicy.requests;
const none: ReadonlySet<Day> = new Set();
const waiting = (submittedOn: Day) => ({ submittedOn, followedUpOn: null, decidedOn: null });

describe("the clock of a request", () => {
  // 2024-06-03 is a Monday.
  test.each([
    ["2024-06-03", 0, "on-time"],
    ["2024-06-05", 2, "on-time"],
    ["2024-06-06", 3, "amber"],
    ["2024-06-07", 4, "late"],
    ["2024-06-10", 5, "late"],
  ] as const)("REQ-1: of one submitted on Monday says on %s: %i business days, %s", (today, businessDays, state) => {
    expect(followUpClock(waiting("2024-06-03"), today, terms, none)).toEqual({
      state,
      businessDays,
      running: true,
      amberFrom: "2024-06-06",
      dueOn: "2024-06-06",
      lateFrom: "2024-06-07",
      clauses: ["REQ-1"],
    });
  });

  test("REQ-1: a weekend and a holiday do not count", () => {
    // Submitted on Friday; Tuesday is a holiday.
    const clock = followUpClock(waiting("2024-06-07"), "2024-06-13", terms, new Set(["2024-06-11"]));
    expect(clock).toMatchObject({ businessDays: 3, state: "amber", dueOn: "2024-06-13", lateFrom: "2024-06-14" });
  });

  test("REQ-1: one submitted on a Saturday counts from Monday", () => {
    expect(followUpClock(waiting("2024-06-08"), "2024-06-10", terms, none).businessDays).toBe(1);
  });

  test("REQ-1: stops at follow-up, and at withdrawal", () => {
    const followedUp = { submittedOn: "2024-06-03", followedUpOn: "2024-06-05", decidedOn: "2024-07-01" };
    expect(followUpClock(followedUp, "2024-08-01", terms, none)).toMatchObject({
      state: "on-time",
      running: false,
      businessDays: 2,
    });
    const withdrawn = { ...waiting("2024-06-03"), decidedOn: "2024-06-04" };
    expect(followUpClock(withdrawn, "2024-08-01", terms, none)).toMatchObject({ running: false, businessDays: 1 });
  });

  test("REQ-1: goes by the limits of the policy", () => {
    const strict = { amberAfterBusinessDays: 0, lateAfterBusinessDays: 1 };
    const states = ["2024-06-03", "2024-06-04", "2024-06-05"].map(
      (today) => followUpClock(waiting("2024-06-03"), today, strict, none).state,
    );
    expect(states).toEqual(["on-time", "amber", "late"]);
  });

  test("REQ-1: agrees with counting one day at a time, whatever the limits and holidays", () => {
    const cases = fc.record({
      start: fc.integer({ min: 18_000, max: 22_000 }),
      waited: fc.integer({ min: 0, max: 40 }),
      holidays: fc.array(fc.integer({ min: -3, max: 45 }), { maxLength: 12 }),
      amber: fc.integer({ min: 0, max: 6 }),
      more: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(cases, ({ start, waited, holidays: offsets, amber, more }) => {
        const holidays = new Set(offsets.map((offset) => dayFromNumber(start + offset)));
        const limits = { amberAfterBusinessDays: amber, lateAfterBusinessDays: amber + more };
        const submittedOn = dayFromNumber(start);
        const today = addDays(submittedOn, waited);
        let counted = 0;
        const expected = { amberFrom: "", dueOn: submittedOn, lateFrom: "" };
        for (let number = start + 1; expected.lateFrom === "" || number <= start + waited; number += 1) {
          const day = dayFromNumber(number);
          if ([0, 6].includes(new Date(number * 86_400_000).getUTCDay()) || holidays.has(day)) continue;
          if (number <= start + waited) counted += 1;
          const passed = businessDaysByHand(start, number, holidays);
          if (passed === amber + 1) expected.amberFrom = day;
          if (passed === amber + more) expected.dueOn = day;
          if (passed === amber + more + 1) expected.lateFrom = day;
        }
        const clock = followUpClock(waiting(submittedOn), today, limits, holidays);
        expect(clock).toMatchObject({ ...expected, businessDays: counted });
        expect(clock.state).toBe(
          today >= expected.lateFrom ? "late" : today >= expected.amberFrom ? "amber" : "on-time",
        );
      }),
    );
  });
});

function businessDaysByHand(start: number, end: number, holidays: ReadonlySet<Day>): number {
  let count = 0;
  for (let number = start + 1; number <= end; number += 1)
    if (![0, 6].includes(new Date(number * 86_400_000).getUTCDay()) && !holidays.has(dayFromNumber(number))) count += 1;
  return count;
}
