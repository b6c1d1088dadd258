import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { runsOn, Subscription, subscriptionWarnings } from "./subscription.ts";

const { packages } = defaultPolicy;
const guide: Subscription = {
  ...{ account: "acme", id: "guide", package: "guide", units: 2, orderedOn: "2024-01-31", lastOn: null },
  ...{ context: "project", monthlyFee: null, note: "" },
};

describe("a subscription", () => {
  test("PKG-7: has no fee until one is stated, and none below zero", () => {
    expect(Subscription.parse(guide).monthlyFee).toBeNull();
    expect(Subscription.safeParse({ ...guide, monthlyFee: -1 }).success).toBe(false);
  });

  test("PKG-3: is ordered for a project or an active program, and nothing else", () => {
    for (const context of ["project", "program"])
      expect(Subscription.parse({ ...guide, context })).toMatchObject({ context });
    expect(Subscription.safeParse({ ...guide, context: "support" }).success).toBe(false);
  });

  test("does not end before it was ordered", () => {
    const parsed = Subscription.safeParse({ ...guide, lastOn: "2024-01-30" });
    expect(parsed.error?.issues).toMatchObject([{ path: ["lastOn"], message: "must not be before the order" }]);
  });

  test("runs from the day of the order to its last day", () => {
    const ended = { ...guide, lastOn: "2024-02-10" };
    const days = ["2024-01-30", "2024-01-31", "2024-02-10", "2024-02-11"];
    expect(days.map((day) => runsOn(ended, day))).toEqual([false, true, true, false]);
    expect(runsOn(guide, "2030-01-01")).toBe(true);
  });
});

describe("warnings", () => {
  test("PKG-2: an Advocate for a program fills no role there; it may be bought", () => {
    expect(subscriptionWarnings({ package: "advocate", context: "program" }, packages)).toEqual([
      {
        clause: "PKG-2",
        message:
          'Advocate does not fill the role "CIMcloud Representative (Support & Success Services)" on an active program.',
      },
    ]);
  });

  test.each([
    ["advocate", "project"],
    ["guide", "program"],
    ["consultant", "program"],
  ] as const)("PKG-2: %s for a %s has none", (id, context) => {
    expect(subscriptionWarnings({ package: id, context }, packages)).toEqual([]);
  });
});
