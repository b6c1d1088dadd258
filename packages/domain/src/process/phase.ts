import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { giveEvidence } from "./give-evidence.ts";
import { type Circumstances, missingAt } from "./missing.ts";
import { type PhaseCommand, type PhaseEvent, type PhaseState, standingEvidence } from "./phase-history.ts";
import { conditionsOf, type ProcessTerms } from "./phases.ts";

/** May this happen? Moving where the work is already is not an error and yields no events. */
export function decidePhase(
  state: PhaseState,
  command: PhaseCommand,
  terms: ProcessTerms,
  circumstances: Circumstances,
): Result<readonly PhaseEvent[]> {
  const at = terms.phases.findIndex(({ id }) => id === state.phase);
  const phase = terms.phases[at];
  if (phase === undefined) throw new RangeError(`The process has no phase "${state.phase}".`);
  if (command.type === "give-evidence") return giveEvidence(state, command.evidence, phase, terms, circumstances);

  const { to, person, on } = command;
  const move = { from: phase.id, to, person, on };
  if (to === phase.id) return ok([]);
  switch (command.type) {
    case "advance": {
      const next = terms.phases[at + 1]?.id ?? null;
      if (to !== next) return refused(rejection("PHASE_NOT_NEXT", { phase: phase.id, to, next }));
      const missing = missingAt(phase.gates, state, circumstances);
      return missing.length === 0
        ? ok([{ type: "advanced", ...move, ...(command.reason === undefined ? {} : { reason: command.reason }) }])
        : refused(rejection("PHASE_INCOMPLETE", { phase: phase.id, to, missing }));
    }
    case "go-back": {
      // What reached long-term support is closed; more work on it is new work (PROC-8).
      const before = phase.gates.length === 0 ? null : (terms.phases[at - 1]?.id ?? null);
      // Its gates open again only when what they need is stated anew (PROC-7).
      const outdates = terms.phases
        .slice(Math.max(0, at - 1), at + 1)
        .flatMap(conditionsOf)
        .map(({ id }) => id)
        .filter((id) => standingEvidence(state, id) !== undefined);
      return to === before
        ? ok([{ type: "went-back", ...move, reason: command.reason, outdates }])
        : refused(rejection("PHASE_NOT_BEFORE", { phase: phase.id, to, before }));
    }
  }
}
