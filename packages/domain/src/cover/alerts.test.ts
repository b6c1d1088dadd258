import { expect, test } from "vitest";
import { lumpGrant } from "../../test/samples.ts";
import { alertsOf } from "./alerts.ts";

const use = (usedMinutes: number, minutes = 1000) => ({
  grant: lumpGrant("lump", { minutes }),
  usedMinutes,
  rolledOverMinutes: 0,
});

test.each([
  [0, []],
  [499, []],
  [500, [50]],
  [749, [50]],
  [750, [50, 75]],
  [899, [50, 75]],
  [900, [50, 75, 90]],
  [999, [50, 75, 90]],
  [1000, [50, 75, 90, 100]],
  [1400, [50, 75, 90, 100]],
])("ALW-7: with %d of 1000 minutes used, the alerts are at %j per cent", (used, percents) => {
  expect(alertsOf([use(used)], [50, 75, 90, 100]).map(({ percent }) => percent)).toEqual(percents);
});

test("ALW-7: an alert is due at the very minute that reaches the share, not before", () => {
  expect(alertsOf([use(1, 3)], [33])).toHaveLength(1);
  expect(alertsOf([use(1, 3)], [34])).toEqual([]);
});

test("ALW-7: an alert names its grant and purchase, and what was used of what", () => {
  expect(alertsOf([use(500)], [50])).toEqual([
    { allowance: "lump", grant: "lump", percent: 50, usedMinutes: 500, grantedMinutes: 1000 },
  ]);
});

test("ALW-7: a grant without minutes has no shares to reach", () => {
  expect(alertsOf([use(0, 0)], [50])).toEqual([]);
});
