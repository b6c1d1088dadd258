import { expect, test } from "vitest";
import { allowanceTerms, hours } from "../../test/samples.ts";
import { purchaseWarnings } from "./warnings.ts";

const terms = allowanceTerms();

test.each([
  ["lump-sum", hours(10)],
  ["lump-sum", hours(50)],
  ["monthly", hours(2)],
  ["monthly", hours(400)],
] as const)("ALW-2: a %s purchase of %d minutes is usual", (kind, minutes) => {
  expect(purchaseWarnings(kind, minutes, terms)).toEqual([]);
});

test.each([
  [hours(10) - 1, "Lump sums are usually 10 h to 50 h; this one is 9 h 59."],
  [hours(50) + 1, "Lump sums are usually 10 h to 50 h; this one is 50 h 01."],
])("ALW-2: a lump sum of %d minutes is sold with a remark", (minutes, message) => {
  expect(purchaseWarnings("lump-sum", minutes, terms)).toEqual([{ clause: "ALW-2", message }]);
});

test("ALW-2: what is usual is the policy's to say", () => {
  const narrow = allowanceTerms({ usualLumpMinutes: { min: 60, max: 120 } });
  expect(purchaseWarnings("lump-sum", 60, narrow)).toEqual([]);
  expect(purchaseWarnings("lump-sum", 121, narrow)).toHaveLength(1);
});
