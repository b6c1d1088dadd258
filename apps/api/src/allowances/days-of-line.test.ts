import { expect, test } from "vitest";
import { daysOfLine } from "./days-of-line.ts";

test("a line is looked at week by week, at both ends, and on both sides of the turn of a month", () => {
  expect(daysOfLine("2026-05-20", 19)).toEqual([
    "2026-05-20",
    "2026-05-27",
    "2026-05-31",
    "2026-06-01",
    "2026-06-03",
    "2026-06-07",
  ]);
  expect(daysOfLine("2026-05-20", 1)).toEqual(["2026-05-20"]);
});
