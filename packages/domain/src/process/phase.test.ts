import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cimcloudProcess as terms } from "../policy/cimcloud-process.ts";
import type { EvidenceGiver } from "./gates.ts";
import { type Circumstances, missingAt } from "./missing.ts";
import { decidePhase } from "./phase.ts";
import {
  beginProcess,
  evolvePhase,
  PhaseCommand,
  type PhaseEvent,
  type PhaseState,
  standingEvidence,
} from "./phase-history.ts";
import { conditionsOf } from "./phases.ts";

const on = "2024-06-03";
const calm: Circumstances = { open: {}, touchesCriticalWorkflow: false, sowApproved: true };

const give = (condition: string, by: EvidenceGiver = "developer", person: string = by, what = "as agreed") => ({
  type: "give-evidence" as const,
  evidence: { condition, by, person, on, what },
});
const advance = (to: string) => ({ type: "advance" as const, to, person: "Cora", on });
const goBack = (to: string) => ({ type: "go-back" as const, to, person: "Cora", on, reason: "a gap in the plan" });

/** The state after commands that are all accepted. */
function after(...commands: readonly PhaseCommand[]): PhaseState {
  return commands.reduce((state, command) => accepted(state, command).reduce(evolvePhase, state), beginProcess(terms));
}
function accepted(state: PhaseState, command: PhaseCommand, circumstances = calm): readonly PhaseEvent[] {
  const result = decidePhase(state, command, terms, circumstances);
  if (!result.ok) throw new Error(result.rejection.message);
  return result.value;
}
function refusal(state: PhaseState, command: PhaseCommand, circumstances = calm) {
  const result = decidePhase(state, command, terms, circumstances);
  return result.ok ? "accepted" : result.rejection;
}

const planned = [
  give("sow-approved", "program-manager"),
  advance("technical-planning"),
  give("plan-written", "developer", "Dan"),
  give("plan-approved", "consultant", "Ana"),
];
const staged = [
  ...planned,
  advance("implementation"),
  give("deployed-to-staging", "developer", "Dan"),
  give("code-reviewed", "developer", "Eve"),
];
const tested = [...staged, advance("testing"), give("internally-tested", "consultant", "Ana")];
const approved = [...tested, give("uat-link-sent", "coordinator"), give("customer-approved", "program-manager")];
const scheduled = [...approved, advance("deployment"), give("deployment-scheduled", "coordinator")];
const published = [...scheduled, give("published"), give("verified"), give("customer-told", "coordinator")];
const supported = [
  ...published,
  advance("stabilization"),
  give("stabilization-ended", "coordinator"),
  advance("support"),
];

describe("advancing", () => {
  test("PROC-1 to PROC-6: work goes through six phases into long-term support", () => {
    expect(beginProcess(terms)).toEqual({ phase: "discovery", evidence: [] });
    expect(after(...supported).phase).toBe("support");
  });

  test.each([
    ["PROC-1", [], "technical-planning", ["sow-approved"]],
    ["PROC-2", planned.slice(0, 2), "implementation", ["plan-written", "plan-approved"]],
    ["PROC-2", planned.slice(0, 3), "implementation", ["plan-approved"]],
    ["PROC-3", staged.slice(0, -1), "testing", ["code-reviewed"]],
    ["PROC-4", tested.slice(0, -1), "deployment", ["internally-tested", "uat-link-sent", "customer-approved"]],
    ["PROC-4", approved.slice(0, -1), "deployment", ["customer-approved"]],
    [
      "PROC-5",
      scheduled.slice(0, -1),
      "stabilization",
      ["deployment-scheduled", "published", "verified", "customer-told"],
    ],
    ["PROC-6", supported.slice(0, -2), "support", ["stabilization-ended"]],
  ] as const)("%s: says exactly what is missing", (clause, commands, to, conditions) => {
    const told = refusal(after(...commands), advance(to));
    expect(told).toMatchObject({ code: "PHASE_INCOMPLETE", clause, details: { to } });
    expect(told).toHaveProperty("details.missing.length", conditions.length);
    conditions.forEach((condition, at) => {
      expect(told).toHaveProperty(`details.missing.${at}.condition`, condition);
    });
  });

  test("PROC-2: the refusal reads as a sentence and names who can help", () => {
    expect(refusal(after(...planned.slice(0, 3)), advance("implementation"))).toEqual({
      code: "PHASE_INCOMPLETE",
      message:
        'Before "implementation" there must be: Approval of the technical plan by another developer or the solution architect.',
      clause: "PROC-2",
      details: {
        phase: "technical-planning",
        to: "implementation",
        missing: [
          {
            gate: "plan-approval",
            condition: "plan-approved",
            title: "Approval of the technical plan by another developer or the solution architect",
            clauses: ["PROC-2"],
            by: ["developer", "consultant"],
          },
        ],
      },
    });
  });

  test("PROC-4, PROC-6: nothing may be open", () => {
    const open = { ...calm, open: { "punch-list-item": 2 } };
    expect(refusal(after(...approved), advance("deployment"), open)).toMatchObject({
      clause: "PROC-4",
      details: { missing: [{ condition: "punch-list-done", open: 2 }] },
    });
    const issues = { ...calm, open: { issue: 1, "punch-list-item": 0 } };
    expect(refusal(after(...supported.slice(0, -1)), advance("support"), issues)).toMatchObject({ clause: "PROC-6" });
  });

  test("PROC-5: for a critical workflow the customer's staff must have been told before publishing", () => {
    const critical = { ...calm, touchesCriticalWorkflow: true };
    expect(refusal(after(...scheduled), give("published"), critical)).toMatchObject({ code: "EVIDENCE_TOO_EARLY" });
    expect(refusal(after(...scheduled, give("staff-told", "customer")), give("published"), critical)).toBe("accepted");
    expect(refusal(after(...scheduled), give("published"))).toBe("accepted");
  });

  test("PROC-1: nobody states the approval of a SOW that the books do not have", () => {
    const none = { ...calm, sowApproved: false };
    expect(refusal(after(), give("sow-approved", "program-manager"), none)).toMatchObject({
      code: "EVIDENCE_NEEDS_SOW",
      clause: "PROC-1",
    });
    expect(refusal(after(), give("sow-approved", "program-manager"))).toBe("accepted");
  });

  test("PROC-2: a name typed otherwise is the same person", () => {
    const state = after(...planned.slice(0, 3));
    expect(refusal(state, give("plan-approved", "developer", "dAN"))).toMatchObject({ code: "OWN_WORK" });
  });

  test("goes to the next phase only, and once", () => {
    const state = after(...planned);
    expect(refusal(state, advance("testing"))).toMatchObject({
      code: "PHASE_NOT_NEXT",
      details: { next: "implementation" },
    });
    expect(accepted(state, advance("technical-planning"))).toEqual([]);
    expect(refusal(after(...supported), advance("elsewhere"))).toMatchObject({ details: { next: null } });
  });
});

describe("going back", () => {
  test("PROC-7: a phase, with a reason; what was stated is kept, and opens the gates again only when it is stated anew", () => {
    const state = after(...staged);
    expect(accepted(state, goBack("technical-planning"))).toEqual([
      {
        type: "went-back",
        from: "implementation",
        to: "technical-planning",
        person: "Cora",
        on,
        reason: "a gap in the plan",
        outdates: ["plan-written", "plan-approved", "deployed-to-staging", "code-reviewed"],
      },
    ]);
    const back = after(...staged, goBack("technical-planning"));
    expect(back.phase).toBe("technical-planning");
    const said = ({ evidence }: PhaseState) => evidence.map(({ stands: _, ...each }) => each);
    expect(said(back)).toEqual(said(state));
    expect(back.evidence.filter(({ stands }) => stands).map(({ condition }) => condition)).toEqual(["sow-approved"]);
    expect(refusal(back, advance("implementation"))).toMatchObject({ code: "PHASE_INCOMPLETE", clause: "PROC-2" });
    const anew = [give("plan-written", "developer", "Dan"), give("plan-approved", "developer", "Eve")];
    const again = after(...staged, goBack("technical-planning"), ...anew, advance("implementation"));
    expect(refusal(again, advance("testing"))).toMatchObject({ code: "PHASE_INCOMPLETE", clause: "PROC-3" });
    expect(PhaseCommand.safeParse({ ...goBack("technical-planning"), reason: " " }).success).toBe(false);
  });

  test("PROC-7: one phase at a time, and not before the first", () => {
    expect(refusal(after(...staged), goBack("discovery"))).toMatchObject({
      code: "PHASE_NOT_BEFORE",
      clause: "PROC-7",
      details: { before: "technical-planning" },
    });
    expect(refusal(beginProcess(terms), goBack("technical-planning"))).toMatchObject({ details: { before: null } });
    expect(accepted(after(...staged), goBack("implementation"))).toEqual([]);
  });

  test("PROC-8: not from long-term support, where later work is new work", () => {
    expect(refusal(after(...supported), goBack("stabilization"))).toMatchObject({
      code: "PHASE_NOT_BEFORE",
      message: 'Work in "support" cannot go back.',
    });
  });

  test("PROC-2: a plan amended after going back outdates all that rested on it, and only that", () => {
    const amended = after(...staged, goBack("technical-planning"), give("plan-written", "developer", "Eve"));
    const standing = amended.evidence.filter(({ stands }) => stands).map(({ condition }) => condition);
    expect(standing).toEqual(["sow-approved", "plan-written"]);
    expect(amended.evidence).toHaveLength(6);
    expect(refusal(amended, advance("implementation"))).toMatchObject({ clause: "PROC-2" });
  });
});

describe("giving evidence", () => {
  test("PROC-2: an amended plan is reviewed again", () => {
    expect(accepted(after(...planned), give("plan-written", "developer", "Dan", "amended"))).toEqual([
      { ...give("plan-written", "developer", "Dan", "amended"), type: "evidence-given", outdates: ["plan-approved"] },
    ]);
  });

  test("PROC-2: nobody reviews a plan of their own", () => {
    const state = after(...planned.slice(0, 3));
    expect(refusal(state, give("plan-approved", "developer", "Dan"))).toMatchObject({
      code: "OWN_WORK",
      clause: "PROC-2",
    });
    expect(refusal(state, give("plan-approved", "developer", "Eve"))).toBe("accepted");
  });

  test("PROC-2: there is nothing to review before there is a plan", () => {
    expect(refusal(after(...planned.slice(0, 2)), give("plan-approved"))).toMatchObject({
      code: "EVIDENCE_TOO_EARLY",
      clause: "PROC-2",
      details: { missing: ["Technical plan"] },
    });
  });

  test("PROC-4: the customer gets the link once internal testing has passed", () => {
    expect(refusal(after(...tested.slice(0, -1)), give("uat-link-sent"))).toMatchObject({
      code: "EVIDENCE_TOO_EARLY",
      clause: "PROC-4",
      details: { missing: ["Passed internal testing"] },
    });
  });

  test("PROC-1, ROLE-5: only who may state it", () => {
    expect(refusal(beginProcess(terms), give("sow-approved", "coordinator"))).toMatchObject({
      code: "FORBIDDEN",
      details: { roles: ["program-manager"] },
    });
  });

  test("only for a condition of the present phase that is stated, not counted", () => {
    const state = after(...tested);
    expect(refusal(state, give("published"))).toMatchObject({
      code: "CONDITION_OF_OTHER_PHASE",
      details: { phase: "testing", belongsTo: "deployment" },
    });
    expect(refusal(state, give("punch-list-done"))).toMatchObject({ code: "CONDITION_COUNTED" });
    expect(refusal(state, give("nothing"))).toMatchObject({ code: "NOT_FOUND" });
    expect(refusal(after(...supported), give("nothing"))).toMatchObject({ code: "NOT_FOUND" });
  });

  test("PROC-2: a plan that is stated in the same words is a new statement, and is reviewed again", () => {
    expect(accepted(after(...planned), give("plan-written", "developer", "Dan"))).toMatchObject([
      { type: "evidence-given", outdates: ["plan-approved"] },
    ]);
    const amended = after(...planned, give("plan-written", "developer", "Dan"));
    expect(refusal(amended, advance("implementation"))).toMatchObject({ code: "PHASE_INCOMPLETE", clause: "PROC-2" });
  });

  test("PROC-2, PROC-3: whoever deployed the code does not review it", () => {
    const state = after(...staged.slice(0, -1));
    expect(refusal(state, give("code-reviewed", "developer", "Dan"))).toMatchObject({
      ...{ code: "OWN_WORK", clause: "PROC-3" },
      details: { of: "Deployment to the staging environment" },
    });
    expect(refusal(state, give("code-reviewed", "developer", "Eve"))).toBe("accepted");
  });
});

test("a state of another process is a defect", () => {
  expect(() => decidePhase({ phase: "nowhere", evidence: [] }, advance("x"), terms, calm)).toThrow(RangeError);
});

test("no sequence of commands reaches an impossible state", () => {
  const conditions = terms.phases.flatMap(conditionsOf).map(({ id }) => id);
  const phases = terms.phases.map(({ id }) => id);
  const giver = fc.constantFrom("program-manager", "coordinator", "developer", "consultant", "customer");
  const person = fc.constantFrom("Dan", "Eve");
  const given = fc
    .tuple(fc.constantFrom(...conditions), giver, person)
    .map(([condition, by, who]) => give(condition, by as EvidenceGiver, who));
  // What is likely to be accepted, so that sequences get far, mixed with what is not.
  const likely = fc.nat(30).map((at) => ({ type: "likely" as const, at }));
  const steps = fc.oneof(
    { weight: 12, arbitrary: likely },
    { weight: 1, arbitrary: given },
    { weight: 1, arbitrary: fc.constantFrom(...phases).map(goBack) },
    { weight: 1, arbitrary: fc.constantFrom(...phases).map(advance) },
  );
  const circumstances = fc.record({
    open: fc.record({ issue: fc.constantFrom(0, 0, 0, 1), "punch-list-item": fc.constantFrom(0, 0, 0, 1) }),
    touchesCriticalWorkflow: fc.boolean(),
    sowApproved: fc.constant(true),
  });
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.tuple(steps, circumstances), { minLength: 60, maxLength: 120 }), (story) => {
      let state = beginProcess(terms);
      for (const [step, around] of story) {
        const at = phases.indexOf(state.phase);
        const phase = terms.phases[at];
        const missing = missingAt(phase?.gates ?? [], state, around);
        const next = missing[0]?.condition ?? "";
        const by = missing[0]?.by?.[0] ?? "developer";
        const command =
          step.type !== "likely"
            ? step
            : missing.length === 0
              ? advance(phases[at + 1] ?? "")
              : give(next, by, step.at > 15 ? "Dan" : "Eve");
        const result = decidePhase(state, command, terms, around);
        const before = state;
        if (result.ok) state = result.value.reduce(evolvePhase, state);
        reached.add(state.phase);
        expect(phases).toContain(state.phase);
        expect(Math.abs(phases.indexOf(state.phase) - at)).toBeLessThanOrEqual(1);
        if (phases.indexOf(state.phase) > at) expect(missing).toEqual([]);
        if (before.phase === "support") expect(state).toEqual(before);
        expect(state.evidence.length).toBeGreaterThanOrEqual(before.evidence.length);
        const standing = state.evidence.filter(({ stands }) => stands).map(({ condition }) => condition);
        expect(new Set(standing).size).toBe(standing.length);
        const [author, reviewer] = [standingEvidence(state, "plan-written"), standingEvidence(state, "plan-approved")];
        if (author && reviewer) expect(reviewer.person).not.toBe(author.person);
        const [deployer, second] = [
          standingEvidence(state, "deployed-to-staging"),
          standingEvidence(state, "code-reviewed"),
        ];
        if (deployer && second) expect(second.person).not.toBe(deployer.person);
        // Moving where the work is already changes nothing.
        if (result.ok && command.type !== "give-evidence")
          expect(decidePhase(state, command, terms, around)).toEqual({ ok: true, value: [] });
      }
    }),
    { numRuns: 200 },
  );
  expect([...reached].toSorted()).toEqual(phases.toSorted());
});
