import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../values/day.ts";
import { largestPush, noSlip, type SlipPart, type SlippingStep, slipOf } from "./slip.ts";
import { Side } from "./stages.ts";

/** Planned from the 8th to the 21st. */
const step: SlippingStep = {
  side: "ours",
  target: { start: "2024-01-08", end: "2024-01-21" },
  done: null,
  today: null,
};
const part = (days: number, whose: Side): SlipPart => ({ days, whose });
const push = (...slip: SlipPart[]) => ({ slipDays: slip.reduce((sum, each) => sum + each.days, 0), slip });

describe("slipOf", () => {
  test.each<[string, Partial<SlippingStep>, ReturnType<typeof push>, string, string, SlipPart[]]>([
    ["nothing known", {}, push(), "2024-01-08", "2024-01-21", []],
    ["today before its end", { today: "2024-01-21" }, push(), "2024-01-08", "2024-01-21", []],
    ["unfinished two days late", { today: "2024-01-23" }, push(), "2024-01-08", "2024-01-23", [part(2, "ours")]],
    ["done late", { done: "2024-01-25" }, push(), "2024-01-08", "2024-01-25", [part(4, "ours")]],
    ["done early", { done: "2024-01-18" }, push(), "2024-01-08", "2024-01-18", [part(-3, "ours")]],
    ["done, whatever today is", { done: "2024-01-21", today: "2024-03-01" }, push(), "2024-01-08", "2024-01-21", []],
    ["done before it was to start", { done: "2024-01-05" }, push(), "2024-01-05", "2024-01-05", [part(-16, "ours")]],
    ["pushed", {}, push(part(3, "theirs")), "2024-01-11", "2024-01-24", [part(3, "theirs")]],
    [
      "pushed, and late itself",
      { today: "2024-01-26" },
      push(part(3, "theirs")),
      "2024-01-11",
      "2024-01-26",
      [part(3, "theirs"), part(2, "ours")],
    ],
    [
      "pushed by its own side, and late itself",
      { done: "2024-01-26" },
      push(part(1, "theirs"), part(2, "ours")),
      "2024-01-11",
      "2024-01-26",
      [part(1, "theirs"), part(4, "ours")],
    ],
    [
      "pushed, and some days made up",
      { done: "2024-01-23" },
      push(part(1, "neither"), part(2, "theirs")),
      "2024-01-11",
      "2024-01-23",
      [part(1, "neither"), part(1, "theirs")],
    ],
    ["pushed, and all days made up", { done: "2024-01-21" }, push(part(3, "theirs")), "2024-01-11", "2024-01-21", []],
    [
      "pushed, and early all the same",
      { done: "2024-01-20" },
      push(part(3, "theirs")),
      "2024-01-11",
      "2024-01-20",
      [part(-1, "ours")],
    ],
  ])("IMPL-4: %s", (_what, change, pushed, start, end, slip) => {
    expect(slipOf({ ...step, ...change }, pushed)).toEqual({
      forecast: { start, end },
      slipDays: daysBetween(step.target.end, end),
      slip,
    });
  });

  test("IMPL-4: the parts of a slip add up to it, no two neighbours are of one side, and none is empty", () => {
    const parts = fc.array(
      fc.record({ days: fc.integer({ min: 1, max: 9 }), whose: fc.constantFrom(...Side.options) }),
      {
        maxLength: 4,
      },
    );
    const when = fc.option(fc.integer({ min: -30, max: 60 }).map((number) => addDays(step.target.end, number)));
    fc.assert(
      fc.property(parts, when, when, fc.constantFrom(...Side.options), (pushed, done, today, side) => {
        const { slip, slipDays, forecast } = slipOf({ ...step, side, done, today }, push(...pushed));
        expect(slip.reduce((sum, each) => sum + each.days, 0)).toBe(slipDays);
        expect(daysBetween(step.target.end, forecast.end)).toBe(slipDays);
        expect(forecast.start <= forecast.end).toBe(true);
        slip.forEach((each, at) => {
          expect(each.days).not.toBe(0);
          expect(each.whose).not.toBe(slip[at + 1]?.whose);
          expect(each.days > 0).toBe(slipDays > 0);
        });
      }),
    );
  });
});

describe("largestPush", () => {
  test("IMPL-4: the largest delay counts, of equals the first; an early end pulls nothing", () => {
    const [two, three, other, early] = [
      push(part(2, "ours")),
      push(part(3, "ours")),
      push(part(3, "theirs")),
      push(part(-5, "ours")),
    ];
    expect(largestPush([])).toBe(noSlip);
    expect(largestPush([early])).toBe(noSlip);
    expect(largestPush([two, three, other, early])).toBe(three);
    expect(largestPush([other, three])).toBe(other);
  });
});
