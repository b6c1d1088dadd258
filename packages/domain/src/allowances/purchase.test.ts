import { describe, expect, test } from "vitest";
import { lump, monthly } from "../../test/samples.ts";
import { Allowance } from "./purchase.ts";

const id = "0190b2b4-0000-7000-8000-000000000001";

describe("Allowance", () => {
  test.each([
    ["a lump sum", lump(id)],
    ["an opening balance", lump(id, { opening: true })],
    ["a monthly purchase that goes on", monthly(id)],
    ["a monthly purchase with its last month", monthly(id, { lastMonth: "2024-06" })],
  ])("ALW-2: %s is a purchase", (_name, allowance) => {
    expect(Allowance.parse(allowance)).toEqual(allowance);
  });

  test.each([
    ["without hours", { ...lump(id), minutes: 0 }],
    ["of part of a minute", { ...lump(id), minutes: 0.5 }],
    ["of another kind", { ...lump(id), kind: "yearly" }],
    ["that is monthly without a first month", { ...monthly(id), firstMonth: undefined }],
    ["valid from no day of the calendar", { ...lump(id), validFrom: "2024-02-30" }],
  ])("ALW-2: a purchase %s is refused", (_name, input) => {
    expect(Allowance.safeParse(input).success).toBe(false);
  });
});
