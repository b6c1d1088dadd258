import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { addDays } from "../values/day.ts";
import { billingMonth, PackageSubscription, type PackageTime, PackageUsage, packageUsage } from "./usage.ts";

const table = defaultPolicy.packages;
const guide: PackageSubscription = { package: "guide", units: 1, orderedOn: "2024-01-31", lastOn: null };
const worked = (on: string, minutes: number): PackageTime => ({ on, minutes });

function usage(subscription: PackageSubscription, time: readonly PackageTime[], asOf: string): PackageUsage {
  const answer = packageUsage(subscription, time, asOf, table);
  if (!answer.ok) throw new Error(answer.rejection.message);
  return answer.value;
}

describe("a billing month", () => {
  test("PKG-7: begins on the order date's day, clamped at month end and back again", () => {
    expect([0, 1, 2, 3].map((at) => billingMonth(guide, at))).toEqual([
      { start: "2024-01-31", end: "2024-02-29" },
      { start: "2024-02-29", end: "2024-03-31" },
      { start: "2024-03-31", end: "2024-04-30" },
      { start: "2024-04-30", end: "2024-05-31" },
    ]);
  });

  test("ends with the package", () => {
    expect(billingMonth({ ...guide, lastOn: "2024-02-10" }, 0)).toEqual({ start: "2024-01-31", end: "2024-02-11" });
  });
});

describe("packageUsage", () => {
  test("PKG-7: time counts in the month it was worked, and what is left does not roll over", () => {
    const time = [worked("2024-01-31", 100), worked("2024-02-28", 50), worked("2024-02-29", 200)];
    const row = { capMinutes: 600, over: null };
    expect(usage(guide, time, "2024-03-31")).toEqual({
      package: "guide",
      units: 1,
      capMinutes: 600,
      months: [
        { ...row, start: "2024-01-31", end: "2024-02-29", usedMinutes: 150, remainingMinutes: 450 },
        { ...row, start: "2024-02-29", end: "2024-03-31", usedMinutes: 200, remainingMinutes: 400 },
        { ...row, start: "2024-03-31", end: "2024-04-30", usedMinutes: 0, remainingMinutes: 600 },
      ],
      outsideMinutes: 0,
    });
  });

  test("PKG-7: the cap itself is not over it", () => {
    expect(usage(guide, [worked("2024-02-01", 600)], "2024-02-01").months).toMatchObject([
      { remainingMinutes: 0, over: null },
    ]);
  });

  test.each([
    ["advocate", 1, 301, { package: "guide", units: 1, capMinutes: 600 }],
    ["advocate", 1, 1300, { package: "consultant", units: 3, capMinutes: 1800 }],
    ["guide", 1, 601, { package: "guide", units: 2, capMinutes: 1200 }],
    ["guide", 1, 1201, { package: "consultant", units: 3, capMinutes: 1800 }],
    ["consultant", 1, 900, { package: "consultant", units: 2, capMinutes: 1200 }],
    ["consultant", 6, 3601, null],
  ])("PKG-7: %s with %d units and %d minutes used is flagged with the upgrade %j", (id, units, minutes, upgrade) => {
    const { months, capMinutes } = usage(
      { ...guide, package: id, units },
      [worked("2024-02-01", minutes)],
      "2024-02-01",
    );
    expect(months).toMatchObject([
      { remainingMinutes: 0, over: { minutes: minutes - capMinutes, upgrade, clause: "PKG-7" } },
    ]);
  });

  test("PKG-7: the flag says that nothing is billed and what would cover it", () => {
    expect(usage(guide, [worked("2024-02-01", 690)], "2024-02-01").months[0]?.over?.message).toBe(
      "1 h 30 over the cap of 10 h, recorded and not billed; Guide with 2 units (20 h a month) would cover them.",
    );
    expect(
      usage({ ...guide, package: "consultant", units: 6 }, [worked("2024-02-01", 3700)], "2024-02-01").months[0]?.over
        ?.message,
    ).toBe(
      "1 h 40 over the cap of 60 h, recorded and not billed; no package has that many; consider an allowance or a SOW.",
    );
  });

  test("time before the order or after the last day counts toward no month, later time not yet", () => {
    const time = [
      worked("2024-01-30", 10),
      worked("2024-02-10", 20),
      worked("2024-02-11", 30),
      worked("2024-03-02", 40),
    ];
    const answer = usage({ ...guide, lastOn: "2024-02-10" }, time, "2024-03-01");
    expect(answer.months).toMatchObject([{ start: "2024-01-31", end: "2024-02-11", usedMinutes: 20 }]);
    expect(answer.outsideMinutes).toBe(40);
  });

  test("before the order there is no month", () => {
    expect(usage(guide, [], "2024-01-30").months).toEqual([]);
    expect(usage(guide, [], "2024-01-31").months).toHaveLength(1);
  });

  test("a package cannot end before it was ordered", () => {
    expect(PackageSubscription.parse({ ...guide, lastOn: guide.orderedOn })).toMatchObject({ lastOn: guide.orderedOn });
    expect(PackageSubscription.safeParse({ ...guide, lastOn: "2024-01-30" }).success).toBe(false);
  });

  test.each([
    [{ package: "butler" }, "package"],
    [{ package: "constructor" }, "package"],
    [{ units: 3 }, "units"],
  ])("%j is not sold: malformed at %s", (change, path) => {
    expect(packageUsage({ ...guide, ...change }, [], "2024-02-01", table)).toMatchObject({
      ok: false,
      rejection: { code: "MALFORMED", issues: [{ path }] },
    });
  });

  test("no minute is lost, months follow each other, and each entry counts in the month that holds its day", () => {
    const days = fc.integer({ min: 0, max: 800 }).map((number) => addDays("2023-12-01", number));
    const time = fc.array(fc.record({ on: days, minutes: fc.integer({ min: 0, max: 1440 }) }), { maxLength: 40 });
    const subscriptions = fc.record({
      package: fc.constant("guide"),
      units: fc.constantFrom(1, 2),
      orderedOn: days,
      lastOn: fc.option(days),
    });
    fc.assert(
      fc.property(subscriptions, time, days, (subscription, entries, asOf) => {
        const answer = usage(subscription, entries, asOf);
        const sum = (some: readonly PackageTime[]) => some.reduce((total, { minutes }) => total + minutes, 0);
        const used = answer.months.reduce((total, month) => total + month.usedMinutes, 0);
        expect(used + answer.outsideMinutes).toBe(sum(entries.filter(({ on }) => on <= asOf)));
        answer.months.forEach((month, at) => {
          expect(month.start).toBe(at === 0 ? subscription.orderedOn : answer.months[at - 1]?.end);
          const held = entries.filter(({ on }) => on >= month.start && on < month.end && on <= asOf);
          expect(month.usedMinutes).toBe(sum(held));
          expect(month.remainingMinutes - (month.over?.minutes ?? 0)).toBe(month.capMinutes - month.usedMinutes);
        });
        expect(PackageUsage.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
      }),
      { numRuns: 300 },
    );
  });
});
