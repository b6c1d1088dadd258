import type { Day } from "../values/day.ts";
import type { Slug } from "../values/id.ts";
import type { Finding } from "./finding.ts";
import type { EvidenceGiver } from "./gates.ts";
import type { PhaseMove, PhaseRecord } from "./phase-record.ts";
import type { ProcessTerms } from "./phases.ts";

/** A sealed document that the dossier names: its seal shows that it is the one that was approved (DLV-2). */
export interface SealedDocument {
  readonly id: string;
  readonly approvedOn: Day | null;
  readonly approvedBy: string | null;
  readonly minutes: number;
  readonly seal: string | null;
}

/** A statement for a condition; one that was replaced or outdated no longer stands, and stays in the dossier. */
export interface DossierStatement {
  readonly by: EvidenceGiver;
  readonly person: string;
  readonly on: Day;
  readonly what: string;
  readonly recordedBy: string | null;
  readonly stands: boolean;
}

/** Everything that was stated for every gate of a deliverable, in order, with what it rests on (PROC-7). */
export interface Dossier {
  readonly practice: string;
  readonly account: { readonly id: Slug; readonly name: string };
  readonly deliverable: { readonly id: Slug; readonly name: string; readonly criticalWorkflows: readonly string[] };
  readonly policyVersion: number;
  readonly phase: Slug;
  readonly phases: readonly {
    readonly phase: Slug;
    readonly title: string;
    readonly gates: readonly {
      readonly gate: Slug;
      readonly title: string;
      readonly clauses: readonly string[];
      readonly conditions: readonly {
        readonly condition: Slug;
        readonly title: string;
        /** Only for work that touches a critical workflow (PROC-5); null for all work. */
        readonly when: "critical-workflow" | null;
        /** Null where it is counted. */
        readonly statements: readonly DossierStatement[] | null;
        /** What is counted, and how many are open; null where it is stated. */
        readonly counts: { readonly of: string; readonly open: number } | null;
      }[];
    }[];
  }[];
  readonly findings: readonly Omit<Finding, "account" | "deliverable">[];
  readonly moves: readonly PhaseMove[];
  readonly deliveredOn: Day | null;
  readonly deploymentOn: Day | null;
  readonly stabilizationEndsOn: Day | null;
  readonly sows: readonly SealedDocument[];
  readonly changeOrders: readonly SealedDocument[];
}

/** The dossier of a deliverable as its records stand. It says nothing of when it was made: equal records, equal dossier. */
export function gateDossier(
  record: PhaseRecord,
  terms: ProcessTerms,
  findings: readonly Finding[],
  about: Pick<Dossier, "practice" | "account" | "deliverable" | "sows" | "changeOrders">,
): Dossier {
  return {
    practice: about.practice,
    account: about.account,
    deliverable: about.deliverable,
    policyVersion: record.policyVersion,
    phase: record.phase,
    phases: terms.phases.map(({ id, title, gates }) => ({
      phase: id,
      title,
      gates: gates.map((gate) => ({
        gate: gate.id,
        title: gate.title,
        clauses: gate.clauses,
        conditions: gate.conditions.map((condition) => ({
          condition: condition.id,
          title: condition.title,
          when: condition.when ?? null,
          statements: condition.evidence.kind === "statement" ? statementsFor(condition.id, record) : null,
          counts: condition.evidence.kind === "none-open" ? countOf(condition.evidence.of, findings) : null,
        })),
      })),
    })),
    findings: findings.map(({ account: _account, deliverable: _deliverable, ...finding }) => finding),
    moves: record.moves,
    deliveredOn: record.deliveredOn,
    deploymentOn: record.deploymentOn,
    stabilizationEndsOn: record.stabilizationEndsOn,
    sows: about.sows,
    changeOrders: about.changeOrders,
  };
}

const statementsFor = (condition: Slug, { evidence }: PhaseRecord): readonly DossierStatement[] =>
  evidence
    .filter((each) => each.condition === condition)
    .map(({ by, person, on, what, recordedBy, stands }) => ({
      ...{ by, person, on, what, recordedBy: recordedBy ?? null, stands },
    }));

const countOf = (of: string, findings: readonly Finding[]) => ({
  of,
  open: findings.filter(({ kind, state }) => kind === of && state === "open").length,
});
