import { describe, expect, test } from "vitest";
import { allowanceTerms, hours, lump, lumpGrant, monthGrant, monthly } from "../../test/samples.ts";
import { allowanceOf, byExpiryStartPurchase, grantId, grantsOf, monthsOf } from "./grants.ts";

const terms = allowanceTerms();
const onPayment = allowanceTerms({ activation: "on-payment" });
const soldFor = (allowance: string, month: string | null) => ({ allowance, month, settled: false, returnedMinutes: 0 });

describe("grantsOf", () => {
  test("ALW-4: a lump sum is one grant from its validity date, without expiry", () => {
    expect(grantsOf([lump("a", { validFrom: "2024-03-05" })], [], terms, "2024-03-05")).toEqual([
      lumpGrant("a", { validFrom: "2024-03-05", minutes: hours(10) }),
    ]);
  });

  test("ALW-4: a lump sum grants nothing before its validity date", () => {
    expect(grantsOf([lump("a", { validFrom: "2024-03-05" })], [], terms, "2024-03-04")).toEqual([]);
  });

  test("ALW-4: a monthly purchase grants each calendar month in full, from the 1st of its first month", () => {
    const grants = grantsOf([monthly("a", { firstMonth: "2024-01", minutes: 1800 })], [], terms, "2024-03-01");
    expect(grants.map(({ id, validFrom, validUntil, minutes }) => [id, validFrom, validUntil, minutes])).toEqual([
      ["a/2024-01", "2024-01-01", "2024-02-01", 1800],
      ["a/2024-02", "2024-02-01", "2024-03-01", 1800],
      ["a/2024-03", "2024-03-01", "2024-04-01", 1800],
    ]);
  });

  test("ALW-4: it ends with the last month that was named", () => {
    const ended = monthly("a", { firstMonth: "2024-01", lastMonth: "2024-02" });
    expect(grantsOf([ended], [], terms, "2024-12-31").map(({ month }) => month)).toEqual(["2024-01", "2024-02"]);
  });

  test("INV-3: minutes that a credit took back are no longer granted", () => {
    const sales = [{ ...soldFor("a", "2024-02"), returnedMinutes: 200 }];
    const grants = grantsOf([monthly("a", { minutes: 600 })], sales, terms, "2024-02-29");
    expect(grants.map(({ minutes }) => minutes)).toEqual([600, 400]);
  });

  test.each([
    ["usable", "on-purchase", "its invoice is unpaid", soldFor("a", null), {}],
    ["unpaid", "on-payment", "its invoice is unpaid", soldFor("a", null), {}],
    ["unpaid", "on-payment", "its invoice is not issued yet", soldFor("b", null), {}],
    ["usable", "on-payment", "its invoice is settled", { ...soldFor("a", null), settled: true }, {}],
    ["usable", "on-payment", "it is an opening balance, which has no invoice", soldFor("b", null), { opening: true }],
  ] as const)("ALW-3: a purchase is %s %s while %s", (state, activation, _while, sale, changes) => {
    const [grant] = grantsOf([lump("a", changes)], [sale], allowanceTerms({ activation }), "2024-12-31");
    expect(grant?.state).toBe(state);
  });

  test("ALW-3: each month of a monthly purchase waits for its own payment", () => {
    const sales = [{ ...soldFor("a", "2024-01"), settled: true }, soldFor("a", "2024-02")];
    const grants = grantsOf([monthly("a")], sales, onPayment, "2024-02-01");
    expect(grants.map(({ state }) => state)).toEqual(["usable", "unpaid"]);
  });
});

describe("monthsOf", () => {
  test.each([
    ["2023-12", null, "2024-02", ["2023-12", "2024-01", "2024-02"]],
    ["2024-02", null, "2024-02", ["2024-02"]],
    ["2024-03", null, "2024-02", []],
    ["2024-01", "2024-01", "2024-06", ["2024-01"]],
    ["2024-02", "2024-01", "2024-06", []],
    ["9999-11", null, "9999-12", ["9999-11", "9999-12"]],
  ])("ALW-4: from %s, ending %s, the months begun by %s are %j", (firstMonth, lastMonth, through, months) => {
    expect(monthsOf({ ...monthly("a"), kind: "monthly", firstMonth, lastMonth }, through)).toEqual(months);
  });
});

describe("byExpiryStartPurchase", () => {
  const expiresFirst = monthGrant("m", "2024-01", { sequence: 9 });
  const older = lumpGrant("older", { validFrom: "2023-06-01", sequence: 8 });
  const newer = lumpGrant("newer", { validFrom: "2024-01-15", sequence: 2 });
  const sameDayLater = lumpGrant("later", { validFrom: "2024-01-15", sequence: 3 });
  const rolledOver = { ...expiresFirst, id: "m/2024-01+", rolledOver: true, sequence: 9 };
  const otherMonth = monthGrant("n", "2024-01", { sequence: 1 });

  test.each([
    ["what expires first", "what expires later or never", expiresFirst, older],
    ["the oldest start", "a later start", older, newer],
    ["the earlier purchase", "the later purchase of the same start", newer, sameDayLater],
    ["a roll-over", "its month's own grant", rolledOver, expiresFirst],
    ["a roll-over", "an earlier purchase of the same month", rolledOver, otherMonth],
  ])("ALW-5: %s comes before %s", (_first, _second, first, second) => {
    expect(byExpiryStartPurchase(first, second)).toBeLessThan(0);
    expect(byExpiryStartPurchase(second, first)).toBeGreaterThan(0);
  });

  test("ALW-5: a grant stands beside itself", () => {
    expect(byExpiryStartPurchase(older, older)).toBe(0);
  });
});

test.each([
  [null, false, "0190b2b4-0000-7000-8000-000000000001"],
  ["2024-02", false, "0190b2b4-0000-7000-8000-000000000001/2024-02"],
  ["2024-02", true, "0190b2b4-0000-7000-8000-000000000001/2024-02+"],
])("the grant of month %s (rolled over: %s) is %s and belongs to its purchase", (month, rolledOver, id) => {
  const allowance = "0190b2b4-0000-7000-8000-000000000001";
  expect(grantId(allowance, month, rolledOver)).toBe(id);
  expect(allowanceOf(id)).toBe(allowance);
});

test("a purchase may have an id of any length", () => expect(allowanceOf("pre-paid/2024-02+")).toBe("pre-paid"));
