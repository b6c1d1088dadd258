import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { stepsOf } from "./repeats.ts";
import { ProjectChange, ProjectKind } from "./stages.ts";

const idsOf = (project: ProjectKind, changed: readonly ProjectChange[] = []) =>
  stepsOf({ project, changed }, defaultPolicy.implementation).map((step) => step.id);
const all = ["S1.1", "S1.2", "S1.3", "S1.4", "S1.5", "S2.5", "S3.6"];

describe("stepsOf", () => {
  test.each<[ProjectKind, ProjectChange[], string[]]>([
    ["first", [], all],
    ["first", ["deployment"], all],
    ["upgrade", [], ["S1.1", "S2.5", "S3.6"]],
    ["upgrade", ["deployment"], ["S1.1", "S1.2", "S1.3", "S2.5", "S3.6"]],
    ["upgrade", ["implementer-changed"], ["S1.1", "S1.5", "S2.5", "S3.6"]],
    ["erp-switch", [], ["S1.2", "S1.3", "S2.5", "S3.6"]],
    ["erp-switch", ["new-software"], ["S1.1", "S1.2", "S1.3", "S2.5", "S3.6"]],
    ["later", [], ["S2.5", "S3.6"]],
    ["later", ["new-software"], ["S1.1", "S2.5", "S3.6"]],
    ["later", ["deployment"], ["S1.2", "S1.3", "S2.5", "S3.6"]],
    ["later", ["manager-changed"], ["S1.4", "S2.5", "S3.6"]],
    ["later", ["implementer-changed"], ["S1.5", "S2.5", "S3.6"]],
    ["later", ["implementer-changed", "manager-changed", "deployment", "new-software"], all],
  ])("IMPL-6: a project of the kind %s with %j has the steps %j", (project, changed, expected) => {
    expect(idsOf(project, changed)).toEqual(expected);
  });

  test("IMPL-6: steps are there for the reasons of the rules, stages 2 and 3 always", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ProjectKind.options),
        fc.array(fc.constantFrom(...ProjectChange.options)),
        (project, changed) => {
          const first = project === "first";
          const reasons: Record<string, boolean> = {
            "S1.1": first || project === "upgrade" || changed.includes("new-software"),
            "S1.2": first || project === "erp-switch" || changed.includes("deployment"),
            "S1.3": first || project === "erp-switch" || changed.includes("deployment"),
            "S1.4": first || changed.includes("manager-changed"),
            "S1.5": first || changed.includes("implementer-changed"),
            "S2.5": true,
            "S3.6": true,
          };
          expect(idsOf(project, changed)).toEqual(all.filter((id) => reasons[id]));
        },
      ),
    );
  });
});
