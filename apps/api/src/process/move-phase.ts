import {
  type CompatibilityReview,
  type Customization,
  Day,
  decidePhase,
  earliestMove,
  isOver,
  Note,
  type PhaseCommand,
  type PhaseRecord,
  rejection,
  Slug,
  standingEvidence,
  withPhaseEvents,
  withStabilizationDays,
} from "@cimpro/domain";
import { type Books, type Head, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountToday, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { endDeliverable } from "../deliverables/closing.ts";
import { refuseWhenStopped, stoppageOf } from "../standing.ts";
import { checkOverride, Override } from "../time/log-time.ts";
import { viewOf } from "./phase-answer.ts";
import { refuseWhenOver, type WorkInProcess, workInProcess } from "./process-facts.ts";

const StabilizationDays = z.int().min(0).max(366);

export const AdvancePhase = z.object({
  account: Slug,
  deliverable: Slug,
  to: Slug.optional(),
  on: Day.optional(),
  override: Override.optional(),
  stabilizationDays: StabilizationDays.optional(),
  /** Why before the planned days of stabilization are over; left out, what was stated for its gate is kept (PROC-7). */
  reason: Note.trim().min(1, "must not be empty").optional(),
});
export type AdvancePhase = z.infer<typeof AdvancePhase>;

export const GoBack = AdvancePhase.omit({ stabilizationDays: true, reason: true }).extend({
  reason: Note.trim().min(1, "must not be empty"),
});
export type GoBack = z.infer<typeof GoBack>;

export const PlanStabilization = z.object({ account: Slug, deliverable: Slug, days: StabilizationDays });
export type PlanStabilization = z.infer<typeof PlanStabilization>;

/** Moves work into the next phase, once its gates have all they need (PROC-1 to PROC-6). */
export const advancePhase = (ctx: SignedIn, { stabilizationDays, ...input }: AdvancePhase) =>
  movePhase(ctx, "phase.advanced", { ...input, stabilizationDays }, ({ record, terms }, on) => {
    const at = terms.phases.findIndex(({ id }) => id === record.phase);
    const to = input.to ?? terms.phases[at + 1]?.id ?? record.phase;
    const { reason } = input;
    return { type: "advance", to, person: ctx.actor.name, on, ...(reason === undefined ? {} : { reason }) };
  });

/** Moves work back a phase, with a reason; what was stated stays on record (PROC-7). */
export const goBack = (ctx: SignedIn, input: GoBack) =>
  movePhase(ctx, "phase.went-back", input, ({ record, terms }, on) => {
    const at = terms.phases.findIndex(({ id }) => id === record.phase);
    const to = input.to ?? terms.phases[at - 1]?.id ?? record.phase;
    // In the first phase there is nowhere to go, and asking for it is not the same as being there.
    if (at === 0 && input.to === undefined)
      throw new Refused(rejection("PHASE_NOT_BEFORE", { phase: record.phase, to, before: null }));
    return { type: "go-back", to, person: ctx.actor.name, on, reason: input.reason };
  });

async function movePhase(
  ctx: SignedIn,
  type: string,
  input: Omit<GoBack, "reason"> & { readonly stabilizationDays?: number | undefined },
  commandFor: (work: WorkInProcess, on: string) => PhaseCommand,
) {
  checkOverride(ctx, input.override);
  return ctx.store.write(commandOf(ctx, input.account, type, input), async (books, head) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const on = input.on ?? today;
    notAfterToday("phase change", on, today);
    const versions = await books.policies.all();
    const work = await workInProcess(books, versions, account.id, input.deliverable);
    const { record, terms, circumstances } = work;
    // Said again after it happened, it is as it was: an entry into long-term support too.
    if (input.to === undefined || input.to !== record.phase) refuseWhenOver(work);
    if (input.override === undefined)
      refuseWhenStopped(await stoppageOf(books, versions, account.id, today), account.id, today);
    const events = orRefuse(decidePhase(record, commandFor(work, on), terms, circumstances));
    const earliest = earliestMove(record);
    if (events.length > 0 && earliest !== null && on < earliest)
      throw new Refused(rejection("PHASE_DATE_EARLIER", { on, earliest }));
    const moved = withPhaseEvents(record, events, terms, input.override ?? null);
    const { stabilizationDays } = input;
    const after = stabilizationDays === undefined ? moved : withStabilizationDays(moved, stabilizationDays, terms);
    const changed = events.length > 0 || stabilizationDays !== undefined;
    if (changed) await books.phaseRecords.put(after);
    const ended =
      events.length > 0 && isOver(after, terms) ? await enterSupport(books, head, work, after, { on, today }) : null;
    const { deliverable = work.deliverable, creditMemos = [] } = ended ?? {};
    const view = await viewOf(books, versions, { ...work, deliverable, record: after }, today);
    const answer = { ...view, creditMemos: creditMemos.map(({ number, total }) => ({ number, total })) };
    const data = {
      ...{ deliverable: record.id, from: record.phase, to: after.phase, override: input.override ?? null },
      documents: { creditMemos },
    };
    return { answer, data: changed ? data : null, effectiveOn: on };
  });
}

/** Ends the deliverable, and lists what it made among the customizations (PROC-8, DLV-3). */
async function enterSupport(
  books: Books,
  head: Head,
  work: WorkInProcess,
  after: PhaseRecord,
  when: { readonly on: string; readonly today: string },
) {
  await books.customizations.put(await customizationOf(books, work, after, when.on));
  const { account, id } = work.record;
  return endDeliverable(books, head, { account, deliverable: id, outcome: "completed", ...when });
}

/** A new customization, or the one that this was later work on (PROC-8, PROC-9). */
async function customizationOf(
  books: Books,
  work: WorkInProcess,
  after: PhaseRecord,
  on: string,
): Promise<Customization> {
  const { account, id, name } = work.deliverable;
  const reviews = await books.compatibilityReviews.of(account);
  const review = reviews.find(({ deliverable }) => deliverable === id);
  const improved = await improvedBy(books, account, review);
  if (improved !== undefined) return { ...improved, deliverables: [...improved.deliverables, id] };
  return {
    ...{ account, id, name, deliverables: [id], liveSince: publishedOn(work, after) ?? on },
    ...{ state: "live", retiredOn: null, retiredBy: null, note: "" },
  };
}

async function improvedBy(
  books: Books,
  account: string,
  review: CompatibilityReview | undefined,
): Promise<Customization | undefined> {
  if (review === undefined) return undefined;
  const customization = await books.customizations.find(account, review.customization);
  return customization?.state === "live" ? customization : undefined;
}

/** The day of the publishing, where the process asks for it. */
function publishedOn({ terms }: WorkInProcess, record: PhaseRecord): string | undefined {
  const conditions = terms.phases.flatMap(({ gates }) => gates.flatMap((gate) => gate.conditions));
  const publishing = conditions.find(
    ({ evidence }) => evidence.kind === "statement" && evidence.delivers === "published",
  );
  return publishing === undefined ? undefined : standingEvidence(record, publishing.id)?.on;
}

/** Plans how long stabilization takes, by complexity and usage (PROC-6). */
export async function planStabilization(ctx: SignedIn, input: PlanStabilization) {
  return ctx.store.write(commandOf(ctx, input.account, "stabilization.planned", input), async (books) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const versions = await books.policies.all();
    const work = await workInProcess(books, versions, account.id, input.deliverable);
    refuseWhenOver(work);
    const record = withStabilizationDays(work.record, input.days, work.terms);
    await books.phaseRecords.put(record);
    const answer = await viewOf(books, versions, { ...work, record }, today);
    return { answer, data: { deliverable: record.id, days: input.days }, effectiveOn: today };
  });
}
