import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Slug } from "../values/id.ts";
import type { PhaseEstimate } from "./deliverable.ts";

/** What was expected and what was worked, so far. */
export interface EstimateAgainstActual {
  readonly phases: readonly {
    readonly phase: Slug;
    readonly estimatedMinutes: Minutes;
    readonly actualMinutes: Minutes;
  }[];
  readonly estimatedMinutes: Minutes;
  readonly actualMinutes: Minutes;
  /** Above zero once more was worked than expected. */
  readonly overMinutes: number;
}

export interface EstimateFacts {
  /** The phases of the process, in order. */
  readonly phases: readonly Slug[];
  readonly estimates: readonly PhaseEstimate[];
  /** Worked minutes by work date. */
  readonly worked: readonly { readonly on: Day; readonly minutes: Minutes }[];
  /** When the work entered each phase but the first, in the order in which it moved. */
  readonly moves: readonly { readonly to: Slug; readonly on: Day }[];
}

/**
 * Estimate against actual, per phase and in total (DLV-1, DLV-2). A time entry names no phase, so its work date tells:
 * a day belongs to the phase in which it began, also where the work moved on during it. Days before the first move
 * belong to the first phase.
 */
export function estimateAgainstActual({ phases, estimates, worked, moves }: EstimateFacts): EstimateAgainstActual {
  const [first = ""] = phases;
  const actual = new Map<Slug, Minutes>();
  for (const { on, minutes } of worked) {
    const phase = moves.findLast((move) => move.on < on)?.to ?? first;
    actual.set(phase, (actual.get(phase) ?? 0) + minutes);
  }
  const estimated = new Map<Slug, Minutes>();
  for (const { phase, minutes } of estimates) estimated.set(phase, (estimated.get(phase) ?? 0) + minutes);
  // Phases that a later policy dropped still have their figures.
  const named = [...new Set([...phases, ...estimated.keys(), ...actual.keys()])];
  const [estimatedMinutes, actualMinutes] = [sumOf(estimated), sumOf(actual)];
  return {
    phases: named.map((phase) => ({
      phase,
      estimatedMinutes: estimated.get(phase) ?? 0,
      actualMinutes: actual.get(phase) ?? 0,
    })),
    estimatedMinutes,
    actualMinutes,
    overMinutes: actualMinutes - estimatedMinutes,
  };
}

const sumOf = (minutes: ReadonlyMap<Slug, Minutes>): Minutes =>
  [...minutes.values()].reduce((sum, each) => sum + each, 0);
