import { expect, test } from "vitest";
import { backlogWeeks } from "./backlog-weeks.ts";

const today = "2024-06-05"; // A Wednesday.
const waiting = (size: "small" | "large" | null, to: string | null) => ({
  size,
  expectedStart: to === null ? null : { from: "2024-06-01", to, clauses: ["REQ-3"] },
});

test("REQ-3: the backlog stands in the week that its windows end in, with the weeks between", () => {
  const weeks = backlogWeeks(
    [
      waiting("small", "2024-06-05"),
      waiting("large", "2024-06-20"),
      waiting("small", "2024-06-23"),
      waiting("small", "2024-06-04"),
      waiting(null, null),
    ],
    today,
  );
  expect(weeks).toEqual([
    { start: "past", small: 1, large: 0, unsized: 0 },
    { start: "2024-06-03", small: 1, large: 0, unsized: 0 },
    { start: "2024-06-10", small: 0, large: 0, unsized: 0 },
    { start: "2024-06-17", small: 1, large: 1, unsized: 0 },
    { start: null, small: 0, large: 0, unsized: 1 },
  ]);
});

test("REQ-3: nothing waits in an empty backlog, and no week is shown for what is not sized", () => {
  expect(backlogWeeks([], today)).toEqual([]);
  expect(backlogWeeks([waiting(null, null)], today)).toEqual([{ start: null, small: 0, large: 0, unsized: 1 }]);
});
