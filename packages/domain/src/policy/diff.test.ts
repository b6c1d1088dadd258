import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "./cimcloud.ts";
import { diffPolicies } from "./diff.ts";
import type { Policy } from "./policy.ts";

const changed = (change: Partial<Policy>): Policy => ({ ...defaultPolicy, ...change });
const [rate1, rate2, ...others] = defaultPolicy.clauses;

describe("diffPolicies", () => {
  test("a policy does not differ from itself or its copy", () => {
    expect(diffPolicies(defaultPolicy, defaultPolicy)).toEqual([]);
    expect(diffPolicies(defaultPolicy, structuredClone(defaultPolicy))).toEqual([]);
  });

  test("names each setting that differs by its path", () => {
    const after = changed({
      title: "Next year",
      premiums: { expedited: 5000, rush: 12_000 },
      billing: { ...defaultPolicy.billing, periodDays: 7 },
    });
    expect(diffPolicies(defaultPolicy, after)).toEqual([
      { path: "title", before: "CIMcloud Pro Services", after: "Next year" },
      { path: "premiums.rush", before: 10_000, after: 12_000 },
      { path: "billing.periodDays", before: 14, after: 7 },
    ]);
  });

  test("an item that was added has nothing before, one that was taken out nothing after", () => {
    const next = { validFrom: "2025-01-01", ratePerHour: 24_400 };
    const after = changed({ rateCard: [...defaultPolicy.rateCard, next] });
    expect(diffPolicies(defaultPolicy, after)).toEqual([
      { path: "rateCard.2025-01-01", before: undefined, after: next },
    ]);
    expect(diffPolicies(after, defaultPolicy)).toEqual([
      { path: "rateCard.2025-01-01", before: next, after: undefined },
    ]);
  });

  test("a rate is known by its first day, so one put before it moves nothing", () => {
    const earlier = { validFrom: "2023-01-01", ratePerHour: 22_000 };
    const after = changed({ rateCard: [earlier, { validFrom: "2024-01-01", ratePerHour: 24_000 }] });
    expect(diffPolicies(defaultPolicy, after)).toEqual([
      { path: "rateCard.2024-01-01.ratePerHour", before: 23_500, after: 24_000 },
      { path: "rateCard.2023-01-01", before: undefined, after: earlier },
    ]);
  });

  test("items that nothing tells apart are compared by place", () => {
    const [rate] = defaultPolicy.rateCard;
    if (rate === undefined) throw new Error("The default policy has a rate.");
    const twice = changed({ rateCard: [rate, rate] });
    const dearer = changed({ rateCard: [rate, { ...rate, ratePerHour: 24_000 }] });
    expect(diffPolicies(twice, dearer)).toEqual([{ path: "rateCard.1.ratePerHour", before: 23_500, after: 24_000 }]);
  });

  test("PKG-1: a size of a package is known by its units, a package by its id", () => {
    const [advocate, guide, ...more] = defaultPolicy.packages.levels;
    const [small, ...larger] = guide?.sizes ?? [];
    if (advocate === undefined || guide === undefined || small === undefined) throw new Error("There are packages.");
    const levels = [advocate, { ...guide, sizes: [{ ...small, monthlyFee: 90_000 }, ...larger] }, ...more];
    expect(diffPolicies(defaultPolicy, changed({ packages: { ...defaultPolicy.packages, levels } }))).toEqual([
      { path: "packages.levels.guide.sizes.1.monthlyFee", before: null, after: 90_000 },
    ]);
  });

  test("PROC-6: a phase, gate or condition is known by its id, and the order of phases counts", () => {
    const [discovery, planning, ...later] = defaultPolicy.process.phases;
    if (discovery === undefined || planning === undefined) throw new Error("The process has phases.");
    const [gate, ...gates] = discovery.gates;
    const [condition, ...conditions] = gate?.conditions ?? [];
    if (gate === undefined || condition === undefined) throw new Error("Discovery has a gate.");
    const renamed = { ...gate, conditions: [{ ...condition, title: "Signed" }, ...conditions] };
    const withPhases = (phases: Policy["process"]["phases"]) =>
      changed({ process: { ...defaultPolicy.process, phases } });
    expect(
      diffPolicies(defaultPolicy, withPhases([{ ...discovery, gates: [renamed, ...gates] }, planning, ...later])),
    ).toEqual([
      {
        path: "process.phases.discovery.gates.sow-approval.conditions.sow-approved.title",
        before: condition.title,
        after: "Signed",
      },
    ]);
    const rest = later.map(({ id }) => id);
    expect(diffPolicies(defaultPolicy, withPhases([planning, discovery, ...later]))).toEqual([
      {
        path: "process.phases",
        before: ["discovery", "technical-planning", ...rest],
        after: ["technical-planning", "discovery", ...rest],
      },
    ]);
  });

  test("clauses and documents are compared by id, whatever their order", () => {
    if (rate1 === undefined || rate2 === undefined) throw new Error("The default policy has clauses.");
    expect(diffPolicies(defaultPolicy, changed({ clauses: [rate2, ...others, rate1] }))).toEqual([]);
    expect(diffPolicies(defaultPolicy, changed({ clauses: [{ ...rate2, title: "Rates" }, ...others] }))).toEqual([
      { path: "clauses.RATE-1", before: rate1, after: undefined },
      { path: "clauses.RATE-2.title", before: rate2.title, after: "Rates" },
    ]);
    const documents = [{ id: "S9", title: "Another" }, ...defaultPolicy.documents];
    expect(diffPolicies(defaultPolicy, changed({ documents }))).toEqual([
      { path: "documents.S9", before: undefined, after: documents[0] },
    ]);
  });

  test("a list of plain values is one setting", () => {
    const after = changed({ holidays: ["2024-12-25"] });
    expect(diffPolicies(defaultPolicy, after)).toEqual([{ path: "holidays", before: [], after: ["2024-12-25"] }]);
  });

  test("a source that was taken out differs as a whole", () => {
    if (rate1 === undefined || rate2 === undefined) throw new Error("The default policy has clauses.");
    const after = changed({ clauses: [{ ...rate1, source: null }, rate2, ...others] });
    expect(diffPolicies(defaultPolicy, after)).toEqual([
      { path: "clauses.RATE-1.source", before: rate1.source, after: null },
    ]);
  });

  test("looking back shows the same paths with before and after exchanged", () => {
    const policies = fc
      .record({
        title: fc.constantFrom("One", "Two"),
        holidays: fc.subarray(["2024-07-04", "2024-12-25"]),
        clauses: fc.shuffledSubarray([...defaultPolicy.clauses]),
        invoices: fc.record({ graceDays: fc.nat(3) }),
      })
      .map(changed);
    fc.assert(
      fc.property(policies, policies, (one, other) => {
        const back = diffPolicies(other, one).map(({ path, before, after }) => ({
          path,
          before: after,
          after: before,
        }));
        const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
        expect(back.toSorted(byPath)).toEqual(diffPolicies(one, other).toSorted(byPath));
      }),
    );
  });
});
