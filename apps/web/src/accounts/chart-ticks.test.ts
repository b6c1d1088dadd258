import { dayFromNumber } from "@cimpro/domain";
import { expect, test } from "vitest";
import { hourTicks, monthTicks } from "./chart-ticks.ts";

test("the axis counts whole hours from zero past the highest point", () =>
  expect(hourTicks([1200, 450])).toEqual([0, 300, 600, 900, 1200]));
test("overage goes below zero, it is not cut off", () =>
  expect(hourTicks([120, -90])).toEqual([-120, -60, 0, 60, 120]));
test("an axis over nothing still has an hour", () => expect(hourTicks([])).toEqual([0, 60]));

test("an axis of days is marked where months begin", () =>
  expect(monthTicks("2025-10-20", "2025-12-01").map(dayFromNumber)).toEqual(["2025-11-01", "2025-12-01"]));
test("an axis within one month is marked by its weeks", () =>
  expect(monthTicks("2025-10-02", "2025-10-17").map(dayFromNumber)).toEqual([
    "2025-10-02",
    "2025-10-09",
    "2025-10-16",
  ]));
