import { z } from "zod";
import { Day } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import { Name, Note } from "../values/text.ts";
import { EvidenceGiver } from "./gates.ts";
import type { ProcessTerms } from "./phases.ts";

const said = Note.trim().min(1, "must not be empty");

/** What was stated for a condition: who, when and what (PROC-7). */
export const Evidence = z
  .object({
    condition: Slug,
    by: EvidenceGiver,
    person: Name,
    /** Which of the people the books know it is, however the name is spelled; left out where nobody known is meant. */
    identity: z.string().max(100).optional(),
    on: Day,
    what: said,
    /** Who put it on record for the person; left out where they did it themselves. */
    recordedBy: Name.optional(),
  })
  .readonly();
export type Evidence = z.infer<typeof Evidence>;

/** What people ask of a piece of work. */
export const PhaseCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("give-evidence"), evidence: Evidence }).readonly(),
  // `reason`: why before the planned days of stabilization are over; else what was stated for the gate is kept (PROC-7).
  z.object({ type: z.literal("advance"), to: Slug, person: Name, on: Day, reason: said.optional() }).readonly(),
  z.object({ type: z.literal("go-back"), to: Slug, person: Name, on: Day, reason: said }).readonly(),
]);
export type PhaseCommand = z.infer<typeof PhaseCommand>;

interface Move {
  readonly from: Slug;
  readonly to: Slug;
  readonly person: string;
  readonly on: Day;
}

export type PhaseEvent =
  /** `outdates`: conditions that rested on an earlier statement and must be stated anew. */
  | { readonly type: "evidence-given"; readonly evidence: Evidence; readonly outdates: readonly Slug[] }
  | ({ readonly type: "advanced"; readonly reason?: string } & Move)
  /** `outdates`: what was stated for the gates gone back over, and must be stated anew (PROC-7). */
  | ({ readonly type: "went-back"; readonly reason: string; readonly outdates: readonly Slug[] } & Move);

/** Where a piece of work is, and all that was ever stated about it, oldest first (PROC-7). */
export interface PhaseState {
  readonly phase: Slug;
  readonly evidence: readonly (Evidence & { readonly stands: boolean })[];
}

/** Work begins in the first phase, with nothing stated. */
export function beginProcess({ phases: [first] }: ProcessTerms): PhaseState {
  if (first === undefined) throw new RangeError("A process needs phases.");
  return { phase: first.id, evidence: [] };
}

/** What stands for a condition now. */
export const standingEvidence = (state: PhaseState, condition: Slug): Evidence | undefined =>
  state.evidence.find((each) => each.stands && each.condition === condition);

/** What the fact changes. Never refuses: by now it has happened, and nothing that was stated is lost. */
export function evolvePhase(state: PhaseState, event: PhaseEvent): PhaseState {
  switch (event.type) {
    case "evidence-given": {
      const earlier = outdated(state, [event.evidence.condition, ...event.outdates]);
      return { ...state, evidence: [...earlier, { ...event.evidence, stands: true }] };
    }
    case "advanced":
      return { ...state, phase: event.to };
    case "went-back":
      return { phase: event.to, evidence: outdated(state, event.outdates) };
  }
}

const outdated = ({ evidence }: PhaseState, conditions: readonly Slug[]): PhaseState["evidence"] =>
  evidence.map((each) => (conditions.includes(each.condition) ? { ...each, stands: false } : each));
