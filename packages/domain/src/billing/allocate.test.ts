import { describe, expect, test } from "vitest";
import { lumpGrant, openEntry } from "../../test/samples.ts";
import type { Grant } from "../allowances/grants.ts";
import { type AllocationQuestion, allocate } from "./allocate.ts";

const entry = openEntry("a", "2024-01-10", 100);

const allocated = (grants: readonly Grant[], changes: Partial<AllocationQuestion> = {}) =>
  allocate({ entries: [entry], grants, frozen: new Map(), rolloverCapMinutes: 0, runOn: "2024-02-01", ...changes }).map(
    ({ allowance, invoiced, deferred }) => ({ allowance: allowance.map(({ minutes }) => minutes), invoiced, deferred }),
  );

const usable = lumpGrant("usable", { minutes: 30 });
const unpaid = lumpGrant("unpaid", { minutes: 50, state: "unpaid" });

describe("allocate", () => {
  test.each([
    ["without grants all is invoiced", [], { allowance: [], invoiced: 100, deferred: 0 }],
    ["what a grant covers is not invoiced", [usable], { allowance: [30], invoiced: 70, deferred: 0 }],
    [
      "a grant that covers all leaves nothing",
      [{ ...usable, minutes: 500 }],
      { allowance: [100], invoiced: 0, deferred: 0 },
    ],
  ])("ALW-5: %s", (_what, grants, expected) => {
    expect(allocated(grants)).toEqual([expected]);
  });

  test("ALW-3: what an issued and unpaid purchase would cover stays open, the rest is invoiced", () => {
    expect(allocated([usable, unpaid])).toEqual([{ allowance: [30], invoiced: 20, deferred: 50 }]);
  });

  test("ALW-3: that happens once: what was left open before is invoiced", () => {
    const entries = [{ ...entry, deferredOn: "2024-01-01" }];
    expect(allocated([usable, unpaid], { entries })).toEqual([{ allowance: [30], invoiced: 70, deferred: 0 }]);
  });

  test("ALW-3: several entries share what the unpaid purchase would cover, and no more", () => {
    const entries = [entry, openEntry("b", "2024-01-11", 100)];
    expect(allocated([{ ...unpaid, minutes: 130 }], { entries })).toEqual([
      { allowance: [], invoiced: 0, deferred: 100 },
      { allowance: [], invoiced: 70, deferred: 30 },
    ]);
  });

  test("ALW-3: an unpaid purchase that earlier runs used, while it was paid, would cover only its rest", () => {
    expect(allocated([unpaid], { frozen: new Map([["unpaid", 45]]) })).toEqual([
      { allowance: [], invoiced: 95, deferred: 5 },
    ]);
  });

  test("ALW-5: an unpaid purchase holds nothing open that is dated before its validity", () => {
    expect(allocated([{ ...unpaid, validFrom: "2024-01-11" }])).toEqual([
      { allowance: [], invoiced: 100, deferred: 0 },
    ]);
  });
});
