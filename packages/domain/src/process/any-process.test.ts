import fc from "fast-check";
import { expect, test } from "vitest";
import { cimcloudProcess } from "../policy/cimcloud-process.ts";
import type { Condition } from "./gates.ts";
import { type Circumstances, missingAt } from "./missing.ts";
import { decidePhase } from "./phase.ts";
import { beginProcess, type PhaseCommand } from "./phase-history.ts";
import { beginPhaseRecord, isOver, type PhaseRecord, withPhaseEvents } from "./phase-record.ts";
import { phaseView } from "./phase-view.ts";
import { conditionsOf, ProcessTerms } from "./phases.ts";

const on = "2024-06-03";
const ready: Circumstances = { open: {}, touchesCriticalWorkflow: true, sowApproved: true };

/** A process of any practice: up to five phases, each with gates whose conditions may rest on earlier ones. */
const processes = fc
  .array(
    fc.array(
      fc.array(fc.tuple(fc.constantFrom("said", "counted", "critical"), fc.nat(9)), { minLength: 1, maxLength: 3 }),
      { minLength: 1, maxLength: 2 },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((shape) => {
    const stated: string[] = [];
    const phases = shape.map((gates, at) => ({
      id: `phase-${at}`,
      title: `Phase ${at}`,
      clauses: [],
      gates: gates.map((conditions, gateAt) => ({
        id: `gate-${at}-${gateAt}`,
        title: `Gate ${at}.${gateAt}`,
        clauses: [],
        conditions: conditions.map(([kind, pick], place): Condition => {
          const id = `condition-${at}-${gateAt}-${place}`;
          if (kind === "counted") return { id, title: id, evidence: { kind: "none-open", of: "issue" } };
          const after = stated.at(-1 - (pick % Math.max(1, stated.length)));
          const rests = pick > 4 && after !== undefined && kind === "said" ? { after, notBy: after } : {};
          const when = kind === "critical" ? { when: "critical-workflow" as const } : {};
          // What is only for some work may not be there to rest on.
          if (kind === "said") stated.push(id);
          return { id, title: id, ...when, evidence: { kind: "statement", what: id, by: ["developer"], ...rests } };
        }),
      })),
    }));
    const support = { id: "support", title: "Support", clauses: [], gates: [] };
    return ProcessTerms.parse({ phases: [...phases, support], criticalWorkflows: [], stabilizationDays: 7 });
  });

const begin = (terms: ProcessTerms): PhaseRecord =>
  beginPhaseRecord({ account: "acme", id: "work", on }, 1, beginProcess(terms));

/** The record after a command, or why it is refused. */
function after(record: PhaseRecord, command: PhaseCommand, terms: ProcessTerms, circumstances = ready) {
  const decided = decidePhase(record, command, terms, circumstances);
  return decided.ok ? withPhaseEvents(record, decided.value, terms) : decided.rejection;
}

test("PROC-1 to PROC-7: in whatever process, a gate opens with all it needs and stays closed without any one of it", () => {
  fc.assert(
    fc.property(processes, (terms) => {
      let record = begin(terms);
      let speaker = 0;
      for (const [at, phase] of terms.phases.slice(0, -1).entries()) {
        const advance: PhaseCommand = { type: "advance", to: terms.phases[at + 1]?.id ?? "", person: "Cora", on };
        for (const { id, evidence } of conditionsOf(phase)) {
          if (evidence.kind === "none-open") {
            const open = after(record, advance, terms, { ...ready, open: { issue: 1 } });
            expect(open).toMatchObject({ code: "PHASE_INCOMPLETE" });
            continue;
          }
          // One piece is missing, and the phase says which.
          const refused = after(record, advance, terms);
          expect(refused).toMatchObject({ code: "PHASE_INCOMPLETE" });
          expect(phaseView(record, terms, ready, on).missing.map(({ condition }) => condition)).toContain(id);
          speaker += 1;
          const said = { condition: id, by: "developer" as const, person: `Dev ${speaker}`, on, what: "done" };
          const next = after(record, { type: "give-evidence", evidence: said }, terms);
          if ("code" in next) throw new Error(next.message);
          // Nothing that was said is lost.
          expect(next.evidence).toHaveLength(record.evidence.length + 1);
          record = next;
        }
        const moved = after(record, advance, terms);
        if ("code" in moved) throw new Error(moved.message);
        expect(moved.moves).toEqual([...record.moves, { ...moved.moves.at(-1), from: phase.id, to: moved.phase }]);
        // It is in one phase: those before are past, those behind it ahead.
        const states = phaseView(moved, terms, ready, on).phases.map(({ state }) => state);
        expect(states).toEqual(
          terms.phases.map((_, place) => (place <= at ? "past" : place === at + 1 ? "present" : "ahead")),
        );
        record = moved;
      }
      expect(isOver(record, terms)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("PROC-7: whatever is tried, the history only grows and its moves lead from one to the next", () => {
  const conditions = cimcloudProcess.phases.flatMap(conditionsOf).map(({ id }) => id);
  const phases = cimcloudProcess.phases.map(({ id }) => id);
  const who = fc.constantFrom("Dan", "Eve");
  const commands: fc.Arbitrary<PhaseCommand | "likely"> = fc.oneof(
    { weight: 6, arbitrary: fc.constant("likely" as const) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...conditions), who).map(
        ([condition, person]): PhaseCommand => ({
          type: "give-evidence",
          evidence: { condition, by: "developer", person, on, what: "done" },
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...phases)
        .map((to): PhaseCommand => ({ type: "go-back", to, person: "Cora", on, reason: "a gap" })),
    },
  );
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 60 }), (story) => {
      let record = begin(cimcloudProcess);
      for (const [step, told] of story.entries()) {
        const command = told === "likely" ? likely(record, step) : told;
        const next = after(record, command, cimcloudProcess);
        if ("code" in next) continue;
        expect(next.moves.slice(0, record.moves.length)).toEqual(record.moves);
        expect(next.evidence.slice(0, record.evidence.length).map(({ stands: _, ...said }) => said)).toEqual(
          record.evidence.map(({ stands: _, ...said }) => said),
        );
        record = next;
      }
      const path = ["discovery", ...record.moves.map(({ to }) => to)];
      expect(record.moves.map(({ from }) => from)).toEqual(path.slice(0, -1));
      expect(path.at(-1)).toBe(record.phase);
      expect(record.stabilizationEndsOn !== null).toBe(["stabilization", "support"].includes(record.phase));
    }),
    { numRuns: 300 },
  );
});

/** What would bring it on: the first thing missing, or the next phase. */
function likely(record: PhaseRecord, step: number): PhaseCommand {
  const at = cimcloudProcess.phases.findIndex(({ id }) => id === record.phase);
  const [first] = missingAt(cimcloudProcess.phases[at]?.gates ?? [], record, ready);
  const to = cimcloudProcess.phases[at + 1]?.id ?? record.phase;
  if (first === undefined) return { type: "advance", to, person: "Cora", on };
  const { condition, by = ["developer"] } = first;
  const said = { condition, by: by[0] ?? "developer", person: `Dev ${step}`, on, what: "done" };
  return { type: "give-evidence", evidence: said };
}
