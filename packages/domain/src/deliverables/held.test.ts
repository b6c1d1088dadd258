import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sowWork } from "../../test/samples.ts";
import { addDays } from "../values/day.ts";
import { heldMinutes, type OpenSowTime } from "./held.ts";

const time = (id: string, on: string, minutes: number, deliverable: string | null = "shop"): OpenSowTime => ({
  ...{ id, on, minutes, deliverable },
});
const held = (...question: Parameters<typeof heldMinutes>) => Object.fromEntries(heldMinutes(...question));

describe("time beyond the approved total", () => {
  const entries = [time("c", "2024-01-04", 60), time("a", "2024-01-02", 60), time("b", "2024-01-02", 60)];

  test.each([
    ["none while it fits", { approvedMinutes: 180 }, {}],
    ["the latest work first, and an entry may be so in part", { approvedMinutes: 100 }, { b: 20, c: 60 }],
    ["what is frozen comes first", { approvedMinutes: 180, countedMinutes: 150 }, { a: 30, b: 60, c: 60 }],
    [
      "all of it once more is frozen than approved",
      { approvedMinutes: 60, countedMinutes: 90 },
      { a: 60, b: 60, c: 60 },
    ],
    ["none where an overrun is billed", { approvedMinutes: 0, overrun: "bill" as const }, {}],
  ])("DLV-5: is held: %s", (_what, work, expected) => {
    expect(held([sowWork(work)], entries)).toEqual(expected);
  });

  test.each([
    ["dated before the approval", { from: "2024-01-03" }, { c: 60 }],
    ["dated after the deliverable ended", { until: "2024-01-03" }, { a: 60, b: 60 }],
    ["of other work", { deliverable: "app" }, {}],
  ])("DLV-6, DLV-3: time %s is general work, and never held", (_what, work, expected) => {
    expect(held([sowWork({ ...work, approvedMinutes: 0 })], entries)).toEqual(expected);
  });

  test("DLV-5: general work is never held", () => {
    expect(held([sowWork({ approvedMinutes: 0 })], [time("a", "2024-01-02", 60, null)])).toEqual({});
  });

  test("DLV-5: freezing what is within the total, to any day, changes nothing about what is held", () => {
    const worked = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 200 })), { maxLength: 12 });
    fc.assert(
      fc.property(worked, fc.nat({ max: 1500 }), fc.nat({ max: 21 }), (days, approvedMinutes, frozenTo) => {
        const open = days.map(([day, minutes], id) => time(`${id}`, addDays("2024-01-01", day), minutes));
        const before = heldMinutes([sowWork({ approvedMinutes })], open);
        const total = open.reduce((sum, { minutes }) => sum + minutes, 0);
        const sum = [...before.values()].reduce((all, minutes) => all + minutes, 0);
        expect(sum).toBe(Math.max(0, total - approvedMinutes));
        const until = addDays("2024-01-01", frozenTo);
        const left = open.flatMap((each) => {
          const minutes = each.on < until ? (before.get(each.id) ?? 0) : each.minutes;
          return minutes === 0 ? [] : [{ ...each, minutes }];
        });
        const countedMinutes = total - left.reduce((all, { minutes }) => all + minutes, 0);
        expect([...heldMinutes([sowWork({ approvedMinutes, countedMinutes })], left)].toSorted()).toEqual(
          [...before].toSorted(),
        );
      }),
    );
  });
});
