import { describe, expect, test } from "vitest";
import { cimcloudClauses } from "../clauses/cimcloud.ts";
import { cimcloudProcess } from "../policy/cimcloud-process.ts";
import { conditionsOf, ProcessTerms } from "./phases.ts";

const { phases } = cimcloudProcess;
const conditions = phases.flatMap(conditionsOf);
const statements = conditions.flatMap(({ id, evidence }) =>
  evidence.kind === "statement" ? [{ id, ...evidence }] : [],
);
const condition = (id: string) => conditions.find((each) => each.id === id);
const gateOf = (id: string) =>
  phases.flatMap(({ gates }) => gates).find((gate) => gate.conditions.some((each) => each.id === id))?.id;

describe("the default process", () => {
  test("fits its schema", () => {
    expect(ProcessTerms.parse(cimcloudProcess)).toEqual(cimcloudProcess);
  });

  test("PROC-1 to PROC-9: six phases, then long-term support", () => {
    expect(phases.map(({ id }) => id)).toEqual([
      "discovery",
      "technical-planning",
      "implementation",
      "testing",
      "deployment",
      "stabilization",
      "support",
    ]);
    expect(phases.filter(({ gates }) => gates.length === 0).map(({ id }) => id)).toEqual(["support"]);
  });

  test("every gate rests on a clause that there is", () => {
    const ids = cimcloudClauses.map(({ id }) => id);
    for (const { clauses, gates } of phases) {
      for (const gate of gates) expect(gate.clauses.length).toBeGreaterThan(0);
      for (const id of [...clauses, ...gates.flatMap((gate) => gate.clauses)]) expect(ids).toContain(id);
    }
  });

  test("PROC-1: the customer's budget holder approves the SOW", () => {
    expect(condition("sow-approved")?.evidence).toMatchObject({ by: ["program-manager"] });
  });

  test("PROC-2: an amended plan is reviewed again, by somebody who did not write it", () => {
    expect(condition("plan-approved")?.evidence).toMatchObject({ notBy: "plan-written", after: "plan-written" });
  });

  test("PROC-4: internal testing is a gate before the customer gets the link", () => {
    expect(gateOf("internally-tested")).not.toBe(gateOf("uat-link-sent"));
    expect(condition("uat-link-sent")?.evidence).toMatchObject({ after: "internally-tested" });
    expect(gateOf("punch-list-done")).toBe(gateOf("customer-approved"));
  });

  test("PROC-5: only for a critical workflow the customer's staff must have been told, before publishing", () => {
    expect(conditions.filter(({ when }) => when !== undefined).map(({ id }) => id)).toEqual(["staff-told"]);
    expect(gateOf("staff-told")).not.toBe(gateOf("published"));
    expect(cimcloudProcess.criticalWorkflows).toEqual(["Product catalog", "Ordering", "Payment processing"]);
  });

  test("PROC-6: stabilization is planned for 14 days and ended by a person when no issue is open", () => {
    expect(cimcloudProcess.stabilizationDays).toBe(14);
    expect(gateOf("issues-done")).toBe(gateOf("stabilization-ended"));
  });

  test("LEAD-7: the link for customer testing and the publishing are the milestones", () => {
    const milestones = statements.flatMap(({ id, delivers }) => (delivers === undefined ? [] : [[delivers, id]]));
    expect(milestones).toEqual([
      ["uat", "uat-link-sent"],
      ["published", "published"],
    ]);
  });
});

test("PROC-1: the approval of a SOW is recorded by the books", () => {
  expect(statements.filter(({ records }) => records === "sow-approval").map(({ id }) => id)).toEqual(["sow-approved"]);
});

describe("a process of one's own", () => {
  const statement = (id: string, changes = {}) => ({
    id,
    title: id,
    evidence: { kind: "statement", what: "A note", by: ["coordinator"], ...changes },
  });
  const gate = (id: string, ...its: readonly unknown[]) => ({ id, title: id, clauses: [], conditions: its });
  const phase = (id: string, ...gates: readonly unknown[]) => ({ id, title: id, clauses: [], gates });
  const faults = (...own: readonly unknown[]) =>
    ProcessTerms.safeParse({ phases: own, criticalWorkflows: [], stabilizationDays: 0 }).error?.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message}`,
    ) ?? [];

  test("may be as short as one gate", () => {
    expect(faults(phase("work", gate("done", statement("checked"))), phase("support"))).toEqual([]);
  });

  test("has a gate on every phase but the last", () => {
    expect(faults(phase("work"), phase("support"))).toEqual(["phases.0.gates: a phase needs a gate that leads on"]);
    expect(faults(phase("work", gate("a", statement("b"))), phase("support", gate("c", statement("d"))))).toEqual([
      "phases.1.gates: the last phase leads nowhere, so it has no gates",
    ]);
    expect(faults(phase("support"))).toEqual(["phases: a process has at least two phases"]);
    expect(faults(phase("work", gate("a")), phase("support"))).toEqual([
      "phases.0.gates.0.conditions: a gate needs at least one condition",
    ]);
  });

  test("names each phase, gate and condition once", () => {
    expect(
      faults(
        phase("work", gate("done", statement("checked"), statement("checked")), gate("done", statement("said"))),
        phase("work", gate("end", statement("said"))),
        phase("support"),
      ),
    ).toEqual([
      'phases.0.gates.0.conditions.1.id: there is a condition "checked" already',
      'phases.0.gates.1.id: there is a gate "done" already',
      'phases.1.id: there is a phase "work" already',
      'phases.1.gates.0.conditions.0.id: there is a condition "said" already',
    ]);
  });

  test("PROC-1: marks the approved SOW once, as the budget holder's", () => {
    const approved = { by: ["program-manager"], records: "sow-approval" };
    expect(faults(phase("work", gate("sow", statement("approved", approved))), phase("support"))).toEqual([]);
    expect(
      faults(
        phase("one", gate("a", statement("x", { ...approved, by: ["coordinator"] }))),
        phase("two", gate("b", statement("y", approved), statement("z", { schedules: "deployment" }))),
        phase("three", gate("c", statement("w", { schedules: "deployment" }))),
        phase("support"),
      ),
    ).toEqual([
      "phases.0.gates.0.conditions.0.evidence.by: a SOW is approved by the program-manager",
      'phases.1.gates.0.conditions.0.evidence.records: another condition has "sow-approval" already',
      'phases.2.gates.0.conditions.0.evidence.schedules: another condition has "deployment" already',
    ]);
  });

  test("lets a condition rest only on a statement before it, and reach a milestone once", () => {
    const counted = { id: "counted", title: "counted", evidence: { kind: "none-open", of: "issue" } };
    expect(
      faults(
        phase("one", gate("a", statement("x", { after: "y" }), statement("y", { notBy: "y" }), counted)),
        phase("two", gate("b", statement("z", { after: "x", notBy: "counted", delivers: "uat" }))),
        phase("three", gate("c", statement("w", { delivers: "uat" }))),
        phase("support"),
      ),
    ).toEqual([
      'phases.0.gates.0.conditions.0.evidence.after: nothing before states "y"',
      'phases.0.gates.0.conditions.1.evidence.notBy: nothing before states "y"',
      'phases.1.gates.0.conditions.0.evidence.notBy: nothing before states "counted"',
      "phases.2.gates.0.conditions.0.evidence.delivers: a milestone is reached only once",
    ]);
  });
});
