import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { giveEvidence } from "./give-evidence.ts";
import { type Circumstances, missingAt } from "./missing.ts";
import type { PhaseCommand, PhaseEvent, PhaseState } from "./phase-history.ts";
import type { ProcessTerms } from "./phases.ts";

/** May this happen? Asking twice is not an error: what is so already yields no events. */
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
        ? ok([{ type: "advanced", ...move }])
        : refused(rejection("PHASE_INCOMPLETE", { phase: phase.id, to, missing }));
    }
    case "go-back": {
      // What reached long-term support is closed; more work on it is new work (PROC-8).
      const before = phase.gates.length === 0 ? null : (terms.phases[at - 1]?.id ?? null);
      return to === before
        ? ok([{ type: "went-back", ...move, reason: command.reason }])
        : refused(rejection("PHASE_NOT_BEFORE", { phase: phase.id, to, before }));
    }
  }
}
