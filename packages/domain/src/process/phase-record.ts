import { z } from "zod";
import { addDays, Day, daysBetween } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import { Name, Note } from "../values/text.ts";
import { Evidence, evolvePhase, type PhaseEvent, type PhaseState } from "./phase-history.ts";
import { conditionsOf, type ProcessTerms } from "./phases.ts";

/** The work entered another phase: who moved it, when, and why it went back or on although it was stopped (PROC-7). */
export const PhaseMove = z
  .object({
    type: z.enum(["advanced", "went-back"]),
    from: Slug,
    to: Slug,
    person: Name,
    on: Day,
    /** Why it went back, or left stabilization before its planned days. */
    reason: Note.nullable(),
    /** How many days before the planned end it left stabilization; left out where it did not (PROC-7). */
    daysEarly: z.int().min(1).optional(),
    /** Why it moved although work was stopped (INV-5). */
    override: Note.nullable(),
  })
  .readonly();
export type PhaseMove = z.infer<typeof PhaseMove>;

/** What the books keep of a deliverable's way through the process; nothing in it is ever taken back (PROC-7). */
export const PhaseRecord = z
  .object({
    account: Slug,
    /** The deliverable: there is one record for each. */
    id: Slug,
    /** The policy version whose process it goes by from beginning to end. */
    policyVersion: z.int().min(1),
    /** Null for work of which nobody knows when it was added. */
    beganOn: Day.nullable(),
    phase: Slug,
    /** Everything that was stated, oldest first. */
    evidence: z.array(Evidence.unwrap().extend({ stands: z.boolean() }).readonly()).readonly(),
    moves: z.array(PhaseMove).readonly(),
    /** The day on which the milestone of its lead time was first stated (LEAD-7). */
    deliveredOn: Day.nullable(),
    /** The day for which its deployment is scheduled (PROC-5). */
    deploymentOn: Day.nullable(),
    /** Planned by complexity and usage; null while the policy's days count (PROC-6). */
    plannedStabilizationDays: z.int().min(0).max(366).nullable(),
    /** The planned end of stabilization, once that began; a person still has to close it (PROC-6). */
    stabilizationEndsOn: Day.nullable(),
  })
  .readonly();
export type PhaseRecord = z.infer<typeof PhaseRecord>;

/** How the record of a deliverable begins. */
export const beginPhaseRecord = (
  { account, id, on }: { readonly account: Slug; readonly id: Slug; readonly on: Day | null },
  policyVersion: number,
  state: PhaseState,
): PhaseRecord => ({
  ...{ account, id, policyVersion, beganOn: on, phase: state.phase, evidence: state.evidence, moves: [] },
  ...{ deliveredOn: null, deploymentOn: null, plannedStabilizationDays: null, stabilizationEndsOn: null },
});

/** The record with what happened; what was stated or moved before stays in it. */
export const withPhaseEvents = (
  record: PhaseRecord,
  events: readonly PhaseEvent[],
  terms: ProcessTerms,
  override: string | null = null,
): PhaseRecord => events.reduce((before, event) => withPhaseEvent(before, event, terms, override), record);

function withPhaseEvent(
  before: PhaseRecord,
  event: PhaseEvent,
  terms: ProcessTerms,
  override: string | null,
): PhaseRecord {
  const after = { ...before, ...evolvePhase(before, event) };
  if (event.type === "evidence-given") return after;
  const { type, from, to, person, on } = event;
  const daysEarly = type === "advanced" ? daysBeforePlannedEnd(before, on, terms) : null;
  const reason = event.reason ?? (daysEarly === null ? null : wordsAtLeaving(before, terms));
  const early = daysEarly === null ? {} : { daysEarly };
  const moved = { ...after, moves: [...before.moves, { type, from, to, person, on, reason, ...early, override }] };
  return { ...moved, stabilizationEndsOn: stabilizationEnd(moved, terms) };
}

/** The record with other days of stabilization: they count from the day on which it began (PROC-6). */
export function withStabilizationDays(record: PhaseRecord, days: number, terms: ProcessTerms): PhaseRecord {
  const planned = { ...record, plannedStabilizationDays: days };
  return { ...planned, stabilizationEndsOn: stabilizationEnd(planned, terms) };
}

/** How many days before its planned end work in stabilization would leave it on a day; null elsewhere, and after it (PROC-7). */
export function daysBeforePlannedEnd(record: PhaseRecord, on: Day, terms: ProcessTerms): number | null {
  const { phase, stabilizationEndsOn: end } = record;
  return phase !== terms.stabilizationPhase || end === null || on >= end ? null : daysBetween(on, end);
}

/** What was last stated for the gates of the present phase: why it may be left. */
function wordsAtLeaving({ phase, evidence }: PhaseRecord, { phases }: ProcessTerms): string | null {
  const ids = phases.filter(({ id }) => id === phase).flatMap((each) => conditionsOf(each).map(({ id }) => id));
  return evidence.findLast(({ condition, stands }) => stands && ids.includes(condition))?.what ?? null;
}

/** How long stabilization is planned to take, in days (PROC-6). */
export const stabilizationDaysOf = (record: PhaseRecord, terms: ProcessTerms): number =>
  record.plannedStabilizationDays ?? terms.stabilizationDays;

/** Once the work is in long-term support its process is over. */
export const isOver = ({ phase }: Pick<PhaseRecord, "phase">, { phases }: ProcessTerms): boolean =>
  phase === phases.at(-1)?.id;

/** The day since which the work is in its phase; null where nobody knows. */
export const inPhaseSince = ({ moves, beganOn }: PhaseRecord): Day | null => moves.at(-1)?.on ?? beganOn;

/** The days in its phase up to a day. */
export function daysInPhase(record: PhaseRecord, today: Day): number | null {
  const since = inPhaseSince(record);
  return since === null ? null : Math.max(0, daysBetween(since, today));
}

/** The first day on which it can move: nothing it rests on may have happened later. */
export function earliestMove({ moves, evidence, beganOn }: PhaseRecord): Day | null {
  const stated = evidence.filter(({ stands }) => stands).map(({ on }) => on);
  const days = [...stated, ...moves.slice(-1).map(({ on }) => on), ...(beganOn === null ? [] : [beganOn])];
  return days.toSorted().at(-1) ?? null;
}

function stabilizationEnd(record: PhaseRecord, terms: ProcessTerms): Day | null {
  const { stabilizationPhase: phase } = terms;
  const last = record.moves.findLast(({ from, to, type }) => to === phase || (from === phase && type === "went-back"));
  return last !== undefined && last.to === phase ? addDays(last.on, stabilizationDaysOf(record, terms)) : null;
}
