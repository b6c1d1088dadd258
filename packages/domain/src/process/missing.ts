import type { Slug } from "../values/id.ts";
import type { Condition, EvidenceGiver, Gate } from "./gates.ts";
import { type PhaseState, standingEvidence } from "./phase-history.ts";

/** What gates are judged by, beside what was stated. */
export interface Circumstances {
  /** How many of each kind are open, such as `{"punch-list-item": 2}`; of what is left out there is none. */
  readonly open: Readonly<Record<Slug, number>>;
  /** The work touches a critical workflow (PROC-5). */
  readonly touchesCriticalWorkflow: boolean;
  /** The work has an approved SOW (PROC-1). */
  readonly sowApproved: boolean;
}

/** A condition that does not hold yet: who can state it, or how many are open. */
export interface Missing {
  readonly gate: Slug;
  readonly condition: Slug;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly by?: readonly EvidenceGiver[];
  readonly open?: number;
  /** It is given by approving a SOW (PROC-1). */
  readonly records?: "sow-approval";
}

/** What gates still need, in order; nothing when the work may pass them. */
export const missingAt = (
  gates: readonly Gate[],
  state: PhaseState,
  circumstances: Circumstances,
): readonly Missing[] =>
  gates.flatMap(({ id, clauses, conditions }) =>
    conditions
      .filter(({ when }) => when === undefined || circumstances.touchesCriticalWorkflow)
      .flatMap((condition) =>
        lack(condition, state, circumstances).map((what) => ({
          gate: id,
          condition: condition.id,
          title: condition.title,
          clauses,
          ...what,
        })),
      ),
  );

/** What a condition lacks: nothing, a statement, or the end of what is open. */
function lack(
  { id, evidence }: Condition,
  state: PhaseState,
  { open }: Circumstances,
): readonly Pick<Missing, "by" | "open" | "records">[] {
  if (evidence.kind === "statement") {
    const { by, records } = evidence;
    return standingEvidence(state, id) === undefined ? [{ by, ...(records === undefined ? {} : { records }) }] : [];
  }
  const count = Object.hasOwn(open, evidence.of) ? (open[evidence.of] ?? 0) : 0;
  return count > 0 ? [{ open: count }] : [];
}
