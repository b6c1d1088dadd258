import type { Day } from "../values/day.ts";
import type { Slug } from "../values/id.ts";
import type { Condition, EvidenceGiver } from "./gates.ts";
import { type Circumstances, type Missing, missingAt } from "./missing.ts";
import type { Evidence } from "./phase-history.ts";
import {
  daysBeforePlannedEnd,
  daysInPhase,
  inPhaseSince,
  isOver,
  type PhaseMove,
  type PhaseRecord,
  stabilizationDaysOf,
} from "./phase-record.ts";
import { conditionsOf, type Phase, type ProcessTerms } from "./phases.ts";

/** A condition of a gate as it stands: done with who, when and what; or missing with who can give it, or how many are open. */
export interface ConditionStanding {
  readonly condition: Slug;
  readonly title: string;
  /** `not-needed`: it is only for work that touches a critical workflow (PROC-5). */
  readonly state: "done" | "missing" | "not-needed";
  readonly statement: Evidence | null;
  /** Who can give it; null where it is counted. */
  readonly by: readonly EvidenceGiver[] | null;
  /** How many are open; null where it is stated. */
  readonly open: number | null;
}

export interface GateStanding {
  readonly gate: Slug;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly state: "passed" | "closed";
  readonly conditions: readonly ConditionStanding[];
}

export interface PhaseStanding {
  readonly phase: Slug;
  readonly title: string;
  /** Its place among the phases with gates; null for long-term support. */
  readonly number: number | null;
  readonly state: "past" | "present" | "ahead";
  readonly gates: readonly GateStanding[];
}

/** Where a deliverable is in the process, what its gates have and what they lack (PROC-1 to PROC-7). */
export interface PhaseView {
  readonly account: Slug;
  readonly deliverable: Slug;
  readonly phase: Slug;
  readonly title: string;
  readonly since: Day | null;
  readonly daysInPhase: number | null;
  /** Null in the last phase. */
  readonly next: { readonly phase: Slug; readonly title: string } | null;
  /** What the present phase lacks; with nothing here its gates are open. */
  readonly missing: readonly Missing[];
  readonly phases: readonly PhaseStanding[];
  readonly history: readonly PhaseMove[];
  readonly deliveredOn: Day | null;
  readonly deploymentOn: Day | null;
  readonly stabilization: {
    readonly days: number;
    readonly endsOn: Day | null;
    /** How many days before its planned end work that leaves it today would leave; null elsewhere, and after it. */
    readonly daysEarly: number | null;
  };
  readonly policyVersion: number;
}

export function phaseView(
  record: PhaseRecord,
  terms: ProcessTerms,
  circumstances: Circumstances,
  today: Day,
): PhaseView {
  const at = terms.phases.findIndex(({ id }) => id === record.phase);
  const present = terms.phases[at];
  if (present === undefined) throw new RangeError(`The process has no phase "${record.phase}".`);
  const next = terms.phases[at + 1];
  return {
    account: record.account,
    deliverable: record.id,
    phase: present.id,
    title: present.title,
    since: inPhaseSince(record),
    daysInPhase: isOver(record, terms) ? null : daysInPhase(record, today),
    next: next === undefined ? null : { phase: next.id, title: next.title },
    missing: missingAt(present.gates, record, circumstances),
    phases: terms.phases.map((phase, place) => ({
      phase: phase.id,
      title: phase.title,
      number: phase.gates.length === 0 ? null : place + 1,
      state: place < at ? "past" : place === at ? "present" : "ahead",
      gates: gatesOf(phase, record, circumstances),
    })),
    history: record.moves,
    deliveredOn: record.deliveredOn,
    deploymentOn: record.deploymentOn,
    stabilization: {
      days: stabilizationDaysOf(record, terms),
      endsOn: record.stabilizationEndsOn,
      daysEarly: daysBeforePlannedEnd(record, today, terms),
    },
    policyVersion: record.policyVersion,
  };
}

/** A phase by its id. */
export const phaseOf = (id: Slug, { phases }: ProcessTerms): Phase | undefined =>
  phases.find((phase) => phase.id === id);

/** A condition by its id, wherever it stands. */
export const conditionOf = (id: Slug, { phases }: ProcessTerms): Condition | undefined =>
  phases.flatMap(conditionsOf).find((each) => each.id === id);

const gatesOf = ({ gates }: Phase, record: PhaseRecord, circumstances: Circumstances): readonly GateStanding[] =>
  gates.map((gate) => {
    const lacking = missingAt([gate], record, circumstances);
    return {
      gate: gate.id,
      title: gate.title,
      clauses: gate.clauses,
      state: lacking.length === 0 ? "passed" : "closed",
      conditions: gate.conditions.map((condition) => standingOf(condition, lacking, record, circumstances)),
    };
  });

function standingOf(
  { id, title, when, evidence }: Condition,
  lacking: readonly Missing[],
  record: PhaseRecord,
  circumstances: Circumstances,
): ConditionStanding {
  const lack = lacking.find(({ condition }) => condition === id);
  const needed = when === undefined || circumstances.touchesCriticalWorkflow;
  const stated = record.evidence.find((each) => each.stands && each.condition === id);
  return {
    condition: id,
    title,
    state: !needed && stated === undefined ? "not-needed" : lack === undefined ? "done" : "missing",
    statement: stated === undefined ? null : statementOf(stated),
    by: evidence.kind === "statement" ? evidence.by : null,
    open: evidence.kind === "none-open" ? (lack?.open ?? 0) : null,
  };
}

/** Names are told, not what the books know their owners by. */
const statementOf = ({
  stands: _stands,
  identity: _identity,
  ...statement
}: PhaseRecord["evidence"][number]): Evidence => statement;
