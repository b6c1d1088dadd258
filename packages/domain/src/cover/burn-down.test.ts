import { describe, expect, test } from "vitest";
import { burnDown, remainingOf } from "./burn-down.ts";

const points = (...remaining: readonly number[]) =>
  remaining.map((remainingMinutes, at) => ({ on: `2024-01-${String(at + 10).padStart(2, "0")}`, remainingMinutes }));

describe("burnDown", () => {
  test.each([
    ["lasts for whole days", points(300, 250, 200), 100, "2024-01-16"],
    ["lasts into a day, and runs out on it", points(300, 250, 201), 99, "2024-01-17"],
    ["lasts only into the next day", points(300, 150, 1), 299, "2024-01-13"],
    ["ran out on the last day shown", points(100, 50, 0), 100, "2024-01-12"],
    ["ran out on an earlier day", points(100, 0, -40), 140, "2024-01-11"],
    ["had run out before the days shown", points(-10, -20), 10, "2024-01-10"],
    ["ran out, was filled up and ran out again", points(0, 50, 0), 50, "2024-01-12"],
    ["is seen on one day only", points(60), 30, "2024-01-12"],
    ["is not used", points(60, 60), 0, null],
    ["only lapses", points(60, 0), 0, null],
    ["would last more than ten years", points(60_000, 59_999), 1, null],
    ["has no days", [], 10, null],
  ])("a purchase that %s", (_case, shown, used, runOutOn) => {
    expect(burnDown(shown, used)).toEqual({ points: shown, runOutOn });
  });
});

test("what remains is the sum over all purchases, overage included", () => {
  const balance = { id: "a", kind: "lump-sum" as const, grantedMinutes: 0, usedMinutes: 0, lapsedMinutes: 0 };
  expect(
    remainingOf([
      { ...balance, remainingMinutes: 100 },
      { ...balance, remainingMinutes: -30 },
    ]),
  ).toBe(70);
});
