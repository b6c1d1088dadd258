import { expect, test } from "vitest";
import { rowKey, rowOf, sheetRows, weekOf } from "./week.ts";

test("a week runs from Monday to Sunday", () => {
  expect(weekOf("2025-11-21").at(0)).toBe("2025-11-17");
  expect(weekOf("2025-11-23").at(6)).toBe("2025-11-23");
});

test("a row is what was worked on, and its name in the address says it back", () => {
  for (const row of [
    { account: "acme", deliverable: null },
    { account: "acme", deliverable: "portal" },
  ])
    expect(rowOf(rowKey(row))).toEqual(row);
});

test("rows that were added stand among those that have time, each once", () => {
  expect(sheetRows([], ["bluefin", "acme/portal", "acme", "acme"]).map(rowKey)).toEqual([
    "acme",
    "acme/portal",
    "bluefin",
  ]);
});
