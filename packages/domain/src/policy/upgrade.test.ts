import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "./cimcloud.ts";
import { Policy } from "./policy.ts";
import { upgradePolicy } from "./upgrade.ts";

/** CIMcloud's policy as versions of cimpro stored it, without its clauses and documents: one file for each shape. */
const stored = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../test/policies/${name}.json`, import.meta.url), "utf8"));

describe("upgradePolicy", () => {
  test.each(["first", "second"])("a policy of the %s shape opens, and later settings leave all as it was", (name) => {
    const before = stored(name);
    expect(Policy.safeParse(before).success && before.process.stabilizationPhase !== undefined).toBe(false);
    const after = Policy.parse(upgradePolicy(before));
    expect(after.process.stabilizationPhase).toBe("stabilization");
    expect(after.process.phases[0]?.gates[0]?.conditions[0]?.evidence).toMatchObject({ records: "sow-approval" });
    expect(after.process.phases[4]?.gates[0]?.conditions[0]?.evidence).toMatchObject({ schedules: "deployment" });
    expect(after).toMatchObject(before);
    const areas = ["leadTimes", "allowances", "requests", "invoices", "billing", "deliverables"] as const;
    for (const area of areas) expect(after[area]).toEqual(defaultPolicy[area]);
  });

  test("a setting that came later inside an area there was is at its usual value, whichever it is", () => {
    for (const [area, usual] of Object.entries<unknown>(defaultPolicy))
      for (const setting of isArea(usual) ? Object.keys(usual) : []) {
        const { [setting]: _gone, ...rest } = isArea(usual) ? usual : {};
        const after = Policy.parse(upgradePolicy({ ...defaultPolicy, [area]: rest }));
        expect(after, `${area}.${setting}`).toEqual(defaultPolicy);
      }
  });

  test("nothing that was stored is changed", () => {
    const own = { ...defaultPolicy, process: { ...defaultPolicy.process, stabilizationPhase: null } };
    expect(upgradePolicy(own)).toEqual(own);
    expect(upgradePolicy("no policy")).toBe("no policy");
    expect(Policy.safeParse(upgradePolicy({ ...own, nonsense: 1 })).success).toBe(false);
  });

  test("stabilization was the phase before the last, whatever its name", () => {
    const { stabilizationPhase: _, ...process } = defaultPolicy.process;
    const phases = process.phases.map((phase) => (phase.id === "stabilization" ? { ...phase, id: "care" } : phase));
    expect(upgradePolicy({ ...defaultPolicy, process: { ...process, phases } })).toMatchObject({
      process: { stabilizationPhase: "care" },
    });
  });
});

const isArea = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
