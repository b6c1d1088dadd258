import {
  type Deliverable,
  type PhaseView,
  type PolicyVersion,
  phaseView,
  type Rejection,
  rejection,
} from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { stoppageOf } from "../standing.ts";
import type { WorkInProcess } from "./process-facts.ts";

/** Where a deliverable is, and whether it could advance today. */
export type PhaseAnswer = PhaseView & {
  readonly name: string;
  readonly criticalWorkflows: readonly string[];
  /** Why advancing would be refused; null when it would succeed. */
  readonly advanceRefused: Rejection | null;
};

export async function viewOf(
  books: Books,
  versions: readonly PolicyVersion[],
  work: WorkInProcess,
  today: string,
): Promise<PhaseAnswer> {
  const { deliverable, record, terms, circumstances } = work;
  const view = phaseView(record, terms, circumstances, today);
  const stoppage = await stoppageOf(books, versions, record.account, today);
  return {
    ...view,
    name: deliverable.name,
    criticalWorkflows: deliverable.criticalWorkflows,
    advanceRefused: refusalToAdvance(view, deliverable.state, stoppage, today),
  };
}

function refusalToAdvance(
  { account, deliverable, phase, next, missing }: PhaseView,
  state: Deliverable["state"],
  stoppage: { readonly since: string; readonly invoices: readonly string[] } | null,
  today: string,
): Rejection | null {
  if (state !== "open") return rejection("DELIVERABLE_CLOSED", { deliverable, state });
  if (next === null) return rejection("PHASE_NOT_NEXT", { phase, to: phase, next });
  if (stoppage !== null) return rejection("WORK_STOPPED", { account, on: today, ...stoppage });
  return missing.length === 0 ? null : rejection("PHASE_INCOMPLETE", { phase, to: next.phase, missing });
}
