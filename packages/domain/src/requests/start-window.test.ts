import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { dayFromNumber, daysBetween } from "../values/day.ts";
import { expectedStart } from "./start-window.ts";

const windows = defaultPolicy.requests.startWindows;

describe("when work is expected to begin", () => {
  test.each([
    ["small", "2024-06-04", "2024-06-18", "2024-06-25"],
    ["large", "2024-06-04", "2024-07-04", "2024-09-04"],
    ["large", "2024-01-31", "2024-02-29", "2024-04-30"],
    ["large", "2023-11-30", "2023-12-30", "2024-02-29"],
    ["small", "2024-12-24", "2025-01-07", "2025-01-14"],
  ] as const)("REQ-3: a %s item sized on %s begins from %s to %s", (size, sizedOn, from, to) => {
    expect(expectedStart(size, sizedOn, windows)).toEqual({ from, to, clauses: ["REQ-3"] });
  });

  test("REQ-3: goes by the windows of the policy", () => {
    const own = { ...windows, small: { from: 0, to: 1, unit: "months" as const } };
    expect(expectedStart("small", "2024-01-31", own)).toMatchObject({ from: "2024-01-31", to: "2024-02-29" });
  });

  test("REQ-3: is a range that lies after the day the size was set", () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map(dayFromNumber);
    fc.assert(
      fc.property(day, fc.constantFrom("small", "large"), (sizedOn, size) => {
        const { from, to } = expectedStart(size, sizedOn, windows);
        expect(sizedOn < from && from < to).toBe(true);
        expect(daysBetween(sizedOn, to)).toBeLessThanOrEqual(size === "small" ? 21 : 92);
      }),
    );
  });
});
