import { describe, expect, test } from "vitest";
import { type PremiumSlice, premiumOn } from "./premium-slice.ts";

const standing = (from: number, to: number, minutes: number): PremiumSlice => ({
  entry: "a",
  round: 0,
  from,
  to,
  workedOn: "2024-01-02",
  invoice: "INV-000001",
  line: 2,
  chargedOn: "2024-01-15",
  minutes,
});
const back = (from: number, minutes: number, taken: number) => ({ entry: "a", round: 0, from, minutes, taken });

describe("the premium of minutes that are taken back", () => {
  test.each([
    ["all of them", standing(0, 100, 100), back(0, 100, 100), 100],
    ["the last of them", standing(0, 100, 100), back(0, 100, 30), 30],
    ["those after earlier credits", standing(0, 100, 70), back(0, 70, 30), 30],
    ["only those whose premium still stands", standing(0, 100, 80), back(0, 100, 30), 10],
    ["none where it was waived", standing(0, 100, 0), back(0, 100, 100), 0],
    ["none of those that hours cover", standing(0, 200, 200), back(100, 100, 40), 40],
    ["none of another slice", standing(100, 200, 100), back(0, 100, 100), 0],
  ])("LEAD-8: is that of %s", (_what, of, taken, expected) => {
    expect(premiumOn([of], [taken]).reduce((sum, each) => sum + each.taken, 0)).toBe(expected);
  });

  test("LEAD-8: is never that of another entry or round", () => {
    const whole = back(0, 100, 100);
    const others = [
      { ...whole, entry: "b" },
      { ...whole, round: 1 },
    ];
    expect(premiumOn([standing(0, 100, 100)], others)).toEqual([]);
  });
});
