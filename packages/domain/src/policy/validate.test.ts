import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "./cimcloud.ts";
import { validatePolicy } from "./validate.ts";

const [rate1, ...others] = defaultPolicy.clauses;

function faultsOf(input: unknown): readonly string[] {
  const result = validatePolicy(input);
  if (result.ok) return [];
  expect(result.rejection.code).toBe("MALFORMED");
  return (result.rejection.issues ?? []).map((issue) => `${issue.path}: ${issue.message}`);
}

describe("validatePolicy", () => {
  test("gives the policy back when there is no fault", () => {
    const input: unknown = JSON.parse(JSON.stringify(defaultPolicy));
    expect(validatePolicy(input)).toEqual({ ok: true, value: defaultPolicy });
  });

  test("names every fault at its path", () => {
    const faulty = {
      ...defaultPolicy,
      currency: "dollars",
      billing: { ...defaultPolicy.billing, periodDays: 0 },
      holidays: ["2024-12-25", "2024-02-30"],
    };
    expect(faultsOf(faulty).map((fault) => fault.split(":")[0])).toEqual([
      "currency",
      "billing.periodDays",
      "holidays.1",
    ]);
  });

  test("names the faults of requests and deliverables at their path", () => {
    const { requests, deliverables } = defaultPolicy;
    const { small, large } = requests.startWindows;
    const startWindows = { small: { ...small, from: 4 }, large: { ...large, unit: "years" } };
    const faulty = {
      ...defaultPolicy,
      requests: { ...requests, startWindows },
      deliverables: { ...deliverables, sowValidDays: 0, overrun: "guess" },
    };
    expect(faultsOf(faulty).map((fault) => fault.split(":")[0])).toEqual([
      "requests.startWindows.small.to",
      "requests.startWindows.large.unit",
      "deliverables.sowValidDays",
      "deliverables.overrun",
    ]);
    const late = { ...defaultPolicy, requests: { ...requests, amberAfterBusinessDays: 4 } };
    expect(faultsOf(late)).toEqual(["requests.lateAfterBusinessDays: must not be less than amberAfterBusinessDays"]);
    const { deliverables: _, ...without } = defaultPolicy;
    expect(faultsOf(without).map((fault) => fault.split(":")[0])).toContain("deliverables");
  });

  test("a clause id may occur once", () => {
    expect(faultsOf({ ...defaultPolicy, clauses: [rate1, ...others, rate1] })).toEqual([
      `clauses.${defaultPolicy.clauses.length}.id: "RATE-1" is there already`,
    ]);
  });

  test("a document id may occur once", () => {
    expect(
      faultsOf({ ...defaultPolicy, documents: [...defaultPolicy.documents, { id: "S0", title: "Again" }] }),
    ).toEqual(['documents.4.id: "S0" is there already']);
  });

  test("a clause may only cite a document that the policy lists", () => {
    const clauses = [{ ...rate1, source: { document: "S9", section: "Nowhere" } }, ...others];
    expect(faultsOf({ ...defaultPolicy, clauses })).toEqual(['clauses.0.source.document: there is no document "S9"']);
  });

  test.each([
    "rates",
    "billing.anker",
    "billing.anchor.day",
    "rateCard.0",
    "",
    "constructor",
    "allowances.toString",
    "__proto__",
  ])("a clause may not name a setting that does not exist: %j", (setting) => {
    const clauses = [{ ...rate1, settings: ["rateCard", setting] }, ...others];
    expect(faultsOf({ ...defaultPolicy, clauses })).toEqual([
      `clauses.0.settings.1: there is no policy setting "${setting}"`,
    ]);
  });

  test.each(["rateCard", "premiums", "allowances.usualLumpMinutes.min", "expectedRise.lowPercent", "holidays"])(
    "a clause may name the setting %s",
    (setting) => {
      expect(faultsOf({ ...defaultPolicy, clauses: [{ ...rate1, settings: [setting] }, ...others] })).toEqual([]);
    },
  );

  test("a phase or gate may only cite a clause that the policy lists", () => {
    const [discovery, ...laterPhases] = defaultPolicy.process.phases;
    const gates = discovery?.gates.map((gate) => ({ ...gate, clauses: ["PROC-1", "PROC-99"] }));
    const phases = [{ ...discovery, clauses: ["HOUSE-1"], gates }, ...laterPhases];
    const policy = { ...defaultPolicy, process: { ...defaultPolicy.process, phases } };
    expect(faultsOf(policy)).toEqual([
      'process.phases.0.clauses.0: there is no clause "HOUSE-1"',
      'process.phases.0.gates.0.clauses.1: there is no clause "PROC-99"',
    ]);
    expect(faultsOf({ ...policy, clauses: 5 }).map((fault) => fault.split(":")[0])).toEqual(["clauses"]);
  });

  test("PROC-1, PROC-4: a gate for the approved SOW reads it from the books, and only what they keep is counted", () => {
    const [discovery, planning, ...laterPhases] = defaultPolicy.process.phases;
    const byHand = discovery?.gates.map((gate) => ({
      ...gate,
      conditions: gate.conditions.map((condition) => ({
        ...condition,
        evidence: { kind: "statement", what: "The SOW", by: ["program-manager"] },
      })),
    }));
    const counting = planning?.gates.map((gate) => ({
      ...gate,
      conditions: [{ id: "quiet", title: "Quiet", evidence: { kind: "none-open", of: "storm" } }],
    }));
    const phases = [{ ...discovery, gates: byHand }, { ...planning, gates: counting }, laterPhases.at(-1)];
    expect(faultsOf({ ...defaultPolicy, process: { ...defaultPolicy.process, phases } })).toEqual([
      'process.phases.0.gates.0.conditions: a gate that rests on PROC-1 needs a condition whose evidence records "sow-approval"',
      'process.phases.1.gates.0.conditions.0.evidence.of: nothing counts "storm"; there is punch-list-item and issue',
    ]);
  });

  test("a fault elsewhere does not hide a wrong reference", () => {
    const clauses = [{ ...rate1, settings: ["nothing"] }, { id: 5 }, ...others];
    const faults = faultsOf({ ...defaultPolicy, title: "", clauses });
    expect(faults).toContain("title: must not be empty");
    expect(faults).toContain('clauses.0.settings.0: there is no policy setting "nothing"');
    expect(faults.some((fault) => fault.startsWith("clauses.1."))).toBe(true);
  });

  test.each([
    ["null", null],
    ["text", "policy"],
    ["a list", []],
    ["nothing", undefined],
    ["an empty object", {}],
    ["lists that are not lists", { ...defaultPolicy, documents: 5, clauses: "none" }],
  ])("%s is malformed, not a crash", (_what, input) => {
    expect(faultsOf(input).length).toBeGreaterThan(0);
  });

  test("whatever is read, the answer is a policy or at least one fault", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(defaultPolicy)), (value, setting) => {
        const input = { ...defaultPolicy, [setting]: value };
        expect(validatePolicy(input).ok || faultsOf(input).length > 0).toBe(true);
      }),
    );
  });
});
