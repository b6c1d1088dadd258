import { describe, expect, test } from "vitest";
import { customerHats } from "../people/hats.ts";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { ImplementationTerms, type Step, Weeks } from "./stages.ts";

const terms = defaultPolicy.implementation;
const stepOf = (id: string): Step => {
  const step = terms.steps.find((each) => each.id === id);
  if (step === undefined) throw new Error(`There is a step ${id}.`);
  return step;
};
const changed = (id: string, change: Partial<Step>): ImplementationTerms => ({
  ...terms,
  steps: terms.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
});
const faultsOf = (input: unknown) =>
  ImplementationTerms.safeParse(input).error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];

describe("the default terms", () => {
  test("IMPL-1: three stages lead from the order to an open end", () => {
    expect(terms.stages.map(({ number, from, to }) => [number, from, to])).toEqual([
      [1, "order-placed", "connected"],
      [2, "connected", "go-live"],
      [3, "go-live", null],
    ]);
  });

  test("IMPL-2: seven steps, with the labels the source prints and ids of ours", () => {
    expect(terms.steps.map(({ id, label, stage, side, needs }) => [id, label, stage, side, needs])).toEqual([
      ["S1.1", "Step 1: Assemble Your Core Team", 1, "theirs", []],
      ["S1.2", "Step 2: Complete Your Deployment Prerequisites", 1, "theirs", []],
      ["S1.3", "Step 3: Support the Platform Deployment", 1, "ours", ["S1.2"]],
      ["S1.4", "Step 4: Complete the Self-Service “Manager” Onboarding", 1, "theirs", []],
      ["S1.5", "Step 5: Complete the Self-Service “Implementer” Onboarding", 1, "theirs", ["S1.3"]],
      ["S2.5", "Step 5: Self-Service Implementation", 2, "theirs", []],
      ["S3.6", "Step 6: Live Roll-out (Grow Usage And Adoption)", 3, "theirs", []],
    ]);
  });

  test("IMPL-2: each step names who is responsible", () => {
    expect(terms.steps.map(({ responsible }) => responsible)).toEqual([
      ["program-manager"],
      ["it-network-admin-expert", "erp-business-data-expert"],
      ["cimcloud-deployment-team"],
      ["program-manager", "lead-project-manager"],
      ["lead-implementer", "implementer"],
      ["lead-implementer", "implementer"],
      ["lead-implementer", "implementer"],
    ]);
  });

  test("IMPL-3, IMPL-4: the weeks of both connect packages", () => {
    expect(terms.steps.map(({ weeks }) => weeks && [weeks.select, weeks.starter])).toEqual([
      [
        { from: 1, to: 1 },
        { from: 1, to: 1 },
      ],
      [
        { from: 1, to: 1 },
        { from: 1, to: 1 },
      ],
      [
        { from: 2, to: 3 },
        { from: 2, to: 2 },
      ],
      [
        { from: 2, to: 5 },
        { from: 2, to: 3, latest: 4 },
      ],
      [
        { from: 4, to: 5 },
        { from: 3, to: 3, latest: 4 },
      ],
      null,
      null,
    ]);
  });

  test("ROLE-1: the core team is the five critical hats", () => {
    expect(stepOf("S1.1").assembles).toEqual(customerHats.filter((hat) => hat.critical).map((hat) => hat.id));
  });
});

describe("ImplementationTerms", () => {
  test.each<[string, ImplementationTerms, string]>([
    ["an unknown stage", changed("S1.4", { stage: 9 }), "steps.3.stage: there is no stage 9"],
    ["an id twice", changed("S1.1", { id: "S1.2" }), 'steps.1.id: "S1.2" is there already'],
    [
      "a need that comes later",
      changed("S1.3", { needs: ["S1.5"] }),
      'steps.2.needs.0: no step "S1.5" with weeks comes before it',
    ],
    [
      "a need of itself",
      changed("S1.3", { needs: ["S1.3"] }),
      'steps.2.needs.0: no step "S1.3" with weeks comes before it',
    ],
    [
      "nobody's responsibility",
      changed("S1.1", { responsible: ["the-intern"] }),
      'steps.0.responsible.0: there is no hat or team "the-intern"',
    ],
    [
      "a step of stage 1 without weeks",
      changed("S1.4", { weeks: null }),
      "steps.3.weeks: exactly the steps that begin with the order are planned in weeks",
    ],
    [
      "a step of stage 2 with weeks",
      changed("S2.5", { weeks: stepOf("S1.1").weeks }),
      "steps.5.weeks: exactly the steps that begin with the order are planned in weeks",
    ],
    [
      "a step of stage 2 with needs",
      changed("S2.5", { needs: ["S1.5"] }),
      "steps.5.needs: a step without weeks starts at its stage's milestone and needs no other",
    ],
    [
      "a Go Live that may end before it begins",
      { ...terms, goLive: { earliestDays: 90, latestMonths: 3 } },
      "goLive: the latest day must not come before the earliest",
    ],
  ])("refuses %s", (_what, faulty, fault) => {
    expect(faultsOf(faulty)).toEqual([fault]);
  });

  test.each(["first", "upgrade", "erp-switch", "later"])("states what a project of the kind %s changes", (kind) => {
    expect(faultsOf({ ...terms, projects: { ...terms.projects, [kind]: undefined } })).toHaveLength(1);
  });

  test("refuses a setting it does not know", () => {
    expect(faultsOf({ ...terms, phases: [] })).toHaveLength(1);
  });
});

test.each([[{ from: 2, to: 1 }], [{ from: 1, to: 3, latest: 2 }], [{ from: 0, to: 1 }]])(
  "weeks %j are out of order",
  (weeks) => {
    expect(Weeks.safeParse(weeks).success).toBe(false);
  },
);
