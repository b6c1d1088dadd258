import { expect, test } from "vitest";
import { lump, monthly } from "../../test/samples.ts";
import { allowanceCharge } from "./charge.ts";

test.each([
  [600, 23_500, 235_000],
  [1800, 23_500, 705_000],
  [50, 23_500, 19_583],
  [1, 23_500, 392],
])("ALW-3: %d minutes at %d cents an hour cost %d, rounded once", (minutes, ratePerHour, amount) => {
  expect(allowanceCharge(lump("a", { minutes, ratePerHour }), null)).toMatchObject({
    kind: "allowance",
    allowance: "a",
    minutes,
    ratePerHour,
    amount,
  });
});

test("ALW-4: a month of a monthly purchase keeps the rate of the purchase and names its month", () => {
  const charge = allowanceCharge(monthly("a", { minutes: 1800, ratePerHour: 20_000 }), "2026-07");
  expect(charge.amount).toBe(600_000);
  expect(charge.clauses).toContain("ALW-4");
  expect(charge.trace).toEqual([
    { clause: "ALW-3", what: "Pre-paid hours for 2026-07", minutes: 1800, ratePerHour: 20_000, amount: 600_000 },
  ]);
});

test("ALW-3: a lump sum cites no monthly clause", () => {
  expect(allowanceCharge(lump("a"), null).clauses).toEqual(["ALW-2", "ALW-3", "RATE-5"]);
});
