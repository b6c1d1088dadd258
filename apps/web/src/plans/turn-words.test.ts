import { expect, test } from "vitest";
import { lateWords } from "./turn-words.ts";

test.each([
  [
    {
      slipDays: 9,
      slip: [
        { days: 5, whose: "theirs" },
        { days: 4, whose: "ours" },
      ],
    },
    "9 days late (5 customer, 4 services team)",
  ],
  [{ slipDays: 1, slip: [{ days: 1, whose: "neither" }] }, "1 day late (1 together)"],
  [{ slipDays: 0, slip: [] }, ""],
  [{ slipDays: -2, slip: [{ days: -2, whose: "theirs" }] }, ""],
] as const)("IMPL-4: late days are told with their owners", (slip, words) => expect(lateWords(slip)).toBe(words));
