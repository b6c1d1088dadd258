import { likenessOf } from "../people/same-person.ts";
import type { Slug } from "../values/id.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { Condition } from "./gates.ts";
import { type Circumstances, missingAt } from "./missing.ts";
import { type Evidence, type PhaseEvent, type PhaseState, standingEvidence } from "./phase-history.ts";
import { conditionsOf, type Phase, type ProcessTerms } from "./phases.ts";

/**
 * Takes a statement for a condition of the present phase, from whom it may come, once the gates before it are passed and
 * what it rests on stands. Every statement is a new one, in the same words too, and outdates all that rested on the one
 * before (PROC-2).
 */
export function giveEvidence(
  state: PhaseState,
  evidence: Evidence,
  phase: Phase,
  terms: ProcessTerms,
  circumstances: Circumstances,
): Result<readonly PhaseEvent[]> {
  const id = evidence.condition;
  const gateAt = phase.gates.findIndex(({ conditions }) => conditions.some((each) => each.id === id));
  const gate = phase.gates[gateAt];
  const condition = gate?.conditions.find((each) => each.id === id);
  if (gate === undefined || condition === undefined) return notInPhase(id, phase, terms);
  if (condition.evidence.kind !== "statement") return refused(rejection("CONDITION_COUNTED", { condition: id }));
  const { by, notBy, after, records } = condition.evidence;
  if (!by.includes(evidence.by)) return refused(rejection("FORBIDDEN", { action: condition.title, roles: by }));

  const before = missingAt(phase.gates.slice(0, gateAt), state, circumstances).map((each) => each.title);
  const needed = after === undefined || standingEvidence(state, after) ? [] : [titleOf(after, terms)];
  const missing = [...new Set([...before, ...needed])];
  const { title } = condition;
  const { clauses } = gate;
  if (records === "sow-approval" && !circumstances.sowApproved)
    return refused(rejection("EVIDENCE_NEEDS_SOW", { condition: title, clauses }));
  if (missing.length > 0) return refused(rejection("EVIDENCE_TOO_EARLY", { condition: title, missing, clauses }));
  const author = notBy === undefined ? undefined : standingEvidence(state, notBy);
  const likeness = author === undefined ? "other" : likenessOf(author, evidence);
  if (notBy !== undefined && likeness === "same")
    return refused(
      rejection("OWN_WORK", { person: evidence.person, condition: title, of: titleOf(notBy, terms), clauses }),
    );
  if (author !== undefined && likeness === "unclear")
    return refused(rejection("PERSON_UNCLEAR", { person: evidence.person, candidates: [author.person] }));
  const outdates = restingOn(id, terms.phases.flatMap(conditionsOf)).filter((each) => standingEvidence(state, each));
  return ok([{ type: "evidence-given", evidence, outdates }]);
}

function notInPhase(condition: Slug, phase: Phase, terms: ProcessTerms): Result<never> {
  const other = terms.phases.find((each) => conditionsOf(each).some(({ id }) => id === condition));
  return other === undefined
    ? refused(rejection("NOT_FOUND", { what: "condition", id: condition }))
    : refused(rejection("CONDITION_OF_OTHER_PHASE", { condition, phase: phase.id, belongsTo: other.id }));
}

const titleOf = (id: Slug, terms: ProcessTerms): string =>
  terms.phases.flatMap(conditionsOf).find((each) => each.id === id)?.title ?? id;

/** The conditions that rest on one, directly or through others; each rests on one before it. */
function restingOn(id: Slug, conditions: readonly Condition[]): readonly Slug[] {
  const found = [id];
  for (const each of conditions)
    if (each.evidence.kind === "statement" && each.evidence.after !== undefined && found.includes(each.evidence.after))
      found.push(each.id);
  return found.slice(1);
}
