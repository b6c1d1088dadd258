import fc from "fast-check";
import { expect, test } from "vitest";
import { addMinuteAccounts, MinuteAccount, noMinutes, unaccountedMinutes } from "./conservation.ts";

const places = [
  "deposit",
  "allowance",
  "invoiced",
  "held",
  "writtenOff",
  "nonBillable",
  "settledElsewhere",
  "open",
] as const;

test.each(places)("ALW-8: worked minutes that are %s are accounted for", (place) => {
  expect(unaccountedMinutes({ ...noMinutes, worked: 90, [place]: 90 })).toBe(0);
});

test("ALW-8: a minute that is nowhere, or in two places, shows", () => {
  expect(unaccountedMinutes({ ...noMinutes, worked: 90, open: 89 })).toBe(1);
  expect(unaccountedMinutes({ ...noMinutes, worked: 90, open: 60, invoiced: 31 })).toBe(-1);
});

test("ALW-8: sums of accounts miss what their parts miss", () => {
  const minutes = fc.integer({ min: 0, max: 1_000_000 });
  const account = fc.record({ worked: minutes, ...Object.fromEntries(places.map((place) => [place, minutes])) });
  fc.assert(
    fc.property(account, account, (one, other) => {
      const [a, b] = [MinuteAccount.parse(one), MinuteAccount.parse(other)];
      expect(unaccountedMinutes(addMinuteAccounts(a, b))).toBe(unaccountedMinutes(a) + unaccountedMinutes(b));
    }),
  );
});
