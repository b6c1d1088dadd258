import { expect, test } from "vitest";
import { stripCells, stripCounts, stripWeeks } from "./strip-cells.ts";

// Thursday 5 June to Tuesday 10 June 2025.
const days = [
  { day: "2025-06-05", kind: "running" },
  { day: "2025-06-06", kind: "client" },
  { day: "2025-06-09", kind: "running" },
  { day: "2025-06-10", kind: "running" },
] as const;
const due = { on: "2025-06-08", kind: "due", date: "rush", label: "Rush due" } as const;
const delivery = { on: "2025-06-10", kind: "delivery", label: "Delivered" } as const;

test("a weekend shows as a gap, and a date on it stands on the business day before", () => {
  const cells = stripCells({ days, markers: [due, delivery], today: "2025-06-09" });
  expect(cells.map(({ afterRest }) => afterRest)).toEqual([false, false, true, false]);
  expect(cells.map(({ markers }) => markers.map(({ label }) => label))).toEqual([[], ["Rush due"], [], ["Delivered"]]);
});

test("the cells stand in their weeks", () => {
  const weeks = stripWeeks(stripCells({ days, markers: [], today: "2025-06-09" }));
  expect(weeks.map((week) => week.map(({ day }) => day))).toEqual([
    ["2025-06-05", "2025-06-06"],
    ["2025-06-09", "2025-06-10"],
  ]);
});

test("what lies ahead is told from what was", () => {
  const cells = stripCells({ days, markers: [], today: "2025-06-09" });
  expect(cells.map(({ ahead, isToday }) => [ahead, isToday])).toEqual([
    [false, false],
    [false, false],
    [false, true],
    [true, false],
  ]);
  expect(stripCounts({ days, today: "2025-06-09" })).toEqual([
    { kind: "running", days: 2 },
    { kind: "client", days: 1 },
  ]);
});

test("days after the delivery are neither running nor ahead", () => {
  const after = [
    ...days.slice(0, 2),
    { day: "2025-06-09", kind: "delivered" },
    { day: "2025-06-10", kind: "delivered" },
  ] as const;
  expect(stripCells({ days: after, markers: [], today: "2025-06-09" }).map(({ ahead }) => ahead)).toEqual([
    ...[false, false, false, false],
  ]);
  expect(stripCounts({ days: after, today: "2025-06-09" })).toEqual([
    { kind: "running", days: 1 },
    { kind: "client", days: 1 },
    { kind: "delivered", days: 2 },
  ]);
});
