import { describe, expect, test } from "vitest";
import { burnDown, remainingOf } from "./burn-down.ts";
import type { RunOut } from "./run-out.ts";

const points = (...remaining: readonly number[]) =>
  remaining.map((remainingMinutes, at) => ({ on: `2024-01-${String(at + 10).padStart(2, "0")}`, remainingMinutes }));

const noneLeft: RunOut = { kind: "none-left" };

describe("the day on which hours run out", () => {
  test.each<[string, ReturnType<typeof points>, RunOut, number, string | null]>([
    ["is the forecast's", points(300, 200), { kind: "runs-out", on: "2024-01-16" }, 100, "2024-01-16"],
    ["was the last day shown", points(100, 50, 0), noneLeft, 100, "2024-01-12"],
    ["was an earlier day", points(100, 0, -40), noneLeft, 140, "2024-01-11"],
    ["was before the days shown", points(-10, -20), noneLeft, 10, "2024-01-10"],
    ["is the latest, where they were filled up meanwhile", points(0, 50, 0), noneLeft, 50, "2024-01-12"],
    ["is none where they only lapsed", points(60, 0), noneLeft, 0, null],
    ["is none where there were no days", [], noneLeft, 10, null],
    [
      "is none where they lapse first",
      points(60),
      { kind: "lapses", on: "2024-01-31", minutes: 9, rolledOverMinutes: 0 },
      5,
      null,
    ],
    ["is none where they are not used", points(60, 60), { kind: "not-used" }, 0, null],
    [
      "is none where nobody can say",
      points(60),
      { kind: "too-few-days", businessDays: 1, leastBusinessDays: 10 },
      30,
      null,
    ],
  ])("%s", (_case, shown, forecast, minutes, runOutOn) => {
    const pace = { minutes, businessDays: 10 };
    expect(burnDown(shown, forecast, pace)).toEqual({ points: shown, runOutOn, forecast, pace });
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
