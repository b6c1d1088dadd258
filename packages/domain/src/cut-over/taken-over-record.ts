import type { Evidence } from "../process/phase-history.ts";
import { beginPhaseRecord, type PhaseRecord, withPhaseEvents } from "../process/phase-record.ts";
import { conditionsOf, type ProcessTerms } from "../process/phases.ts";
import type { Day } from "../values/day.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { DeliverableRow } from "./deliverable-row.ts";

/** Who takes the work over, when, and under which process. */
export interface TakingOver {
  readonly person: string;
  readonly today: Day;
  readonly policyVersion: number;
  readonly terms: ProcessTerms;
  /** The milestone that ends a lead time (LEAD-7). */
  readonly deliveryMilestone: "uat" | "published";
}

/**
 * Where running work stands in the process. What earlier gates ask for was stated in the other system: whoever takes
 * the work over says so, by name and day, for each condition (PROC-7). It enters its phase with a note of where it
 * came from.
 */
export function takenOverRecord(row: DeliverableRow, taking: TakingOver): Result<PhaseRecord> {
  const { account, id, phase, since = taking.today, approvedOn, leadTime } = row;
  const { person, today, policyVersion, terms, deliveryMilestone } = taking;
  const { phases } = terms;
  const at = phases.findIndex((each) => each.id === phase);
  const [first] = phases;
  if (at === -1 || first === undefined) {
    const known = phases.map((each) => each.id).join(", ");
    return refused(
      rejection("MALFORMED", { issues: [{ path: "phase", message: `"${phase}" is none; there are ${known}` }] }),
    );
  }
  if (at === phases.length - 1) return refused(rejection("OPENING_PHASE_OVER", { deliverable: id, phase }));
  if (since > today) return refused(rejection("DATED_AFTER_TODAY", { what: "phase", on: since, today }));
  if (approvedOn === undefined && at > placeOf(terms, ({ records }) => records === "sow-approval"))
    return refused(rejection("OPENING_NEEDS_SOW", { deliverable: id, phase }));
  const milestone = placeOf(terms, ({ delivers }) => delivers === deliveryMilestone);
  if (leadTime !== "standard" && at > milestone)
    return refused(rejection("OPENING_DELIVERED", { deliverable: id, phase, leadTime }));
  const begun = beginPhaseRecord({ account, id, on: at === 0 ? since : null }, policyVersion, {
    phase: first.id,
    evidence: evidenceFor(row, taking, at),
  });
  if (at === 0) return ok(begun);
  const entered = withPhaseEvents(begun, [{ type: "advanced", from: first.id, to: phase, person, on: since }], terms);
  const moves = entered.moves.map((move) => ({ ...move, reason: "Taken over from another system in this phase" }));
  return ok({ ...entered, moves });
}

/** What the gates before a phase ask for, and the approval of the SOW wherever the work is. */
function evidenceFor(
  { approvedOn, approvedBy, id }: DeliverableRow,
  { person, today, terms }: TakingOver,
  at: number,
): PhaseRecord["evidence"] {
  return terms.phases.slice(0, at + 1).flatMap((phase, place) =>
    conditionsOf(phase).flatMap(({ id: condition, when, evidence }): PhaseRecord["evidence"] => {
      if (evidence.kind !== "statement") return [];
      if (evidence.records === "sow-approval" && approvedOn !== undefined) {
        const what = `SOW ${id}-sow-1 approved in another system`;
        const said: Evidence =
          approvedBy === undefined
            ? { condition, by: "coordinator", person, on: approvedOn, what }
            : { condition, by: "program-manager", person: approvedBy, on: approvedOn, what, recordedBy: person };
        return [{ ...said, stands: true }];
      }
      if (place === at || when !== undefined) return [];
      const what = "Passed in another system, taken over from there at cut-over; its evidence is kept there";
      return [{ condition, by: "coordinator", person, on: today, what, stands: true }];
    }),
  );
}

/** The phase with such a statement; before all of them if there is none. */
const placeOf = (
  { phases }: ProcessTerms,
  is: (statement: { readonly records?: string | undefined; readonly delivers?: string | undefined }) => boolean,
): number =>
  phases.findIndex((phase) =>
    conditionsOf(phase).some(({ evidence }) => evidence.kind === "statement" && is(evidence)),
  );
