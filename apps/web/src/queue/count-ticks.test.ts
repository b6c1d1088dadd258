import { expect, test } from "vitest";
import { countTicks } from "./count-ticks.ts";

test.each([
  [[], [0, 1]],
  [
    [0, 1, 2],
    [0, 1, 2],
  ],
  [
    [5, 3],
    [0, 1, 2, 3, 4, 5],
  ],
  [[6], [0, 2, 4, 6]],
  [[23], [0, 5, 10, 15, 20, 25]],
])("counts of %j stand on %j", (counts, ticks) => {
  expect(countTicks(counts)).toEqual(ticks);
});
