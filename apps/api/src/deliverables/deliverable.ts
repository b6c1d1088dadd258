import {
  checkParent,
  Day,
  Deliverable,
  DeliverableKind,
  faultsOfEstimates,
  Name,
  Note,
  type ParsedIssue,
  PhaseEstimate,
  policyOn,
  rejection,
  Slug,
  slugOf,
  text,
} from "@cimpro/domain";
import { type Books, type Head, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";
import { closeEnded, closingOf, endDeliverable } from "./closing.ts";
import { phasesLeft } from "./phase.ts";

const said = {
  requirements: Note.optional(),
  drawFromAllowance: z.boolean().optional(),
  criticalWorkflows: z.array(text(300)).max(100).readonly().optional(),
};

export const AddDeliverable = z.object({
  account: Slug,
  name: Name,
  id: Slug.optional(),
  kind: DeliverableKind.optional(),
  parent: Slug.optional(),
  beginsOn: Day.optional(),
  endsOn: Day.optional(),
  ...said,
});
/** What is left out stays as it is; null takes a word back. */
export const EditDeliverable = z.object({
  account: Slug,
  deliverable: Slug,
  name: Name.optional(),
  kind: DeliverableKind.nullish(),
  parent: Slug.nullish(),
  beginsOn: Day.nullish(),
  endsOn: Day.nullish(),
  ...said,
});
export const EstimateDeliverable = z.object({
  account: Slug,
  deliverable: Slug,
  estimates: z.array(PhaseEstimate).min(1, "name a phase").max(100).readonly(),
});
export const CloseDeliverable = z.object({ account: Slug, deliverable: Slug });
export const CancelDeliverable = z.object({
  account: Slug,
  deliverable: Slug,
  reason: Note.trim().min(1, "must not be empty"),
});

export const deliverableOf = async (books: Books, account: string, id: string): Promise<Deliverable> =>
  orNotFound(await books.deliverables.find(account, id), "deliverable", id);

/** Adds work that time can be logged on; with a kind, requirements and dates it is a discrete deliverable (DLV-1). */
export const addDeliverable = (ctx: SignedIn, input: z.infer<typeof AddDeliverable>) =>
  ctx.store.write(commandOf(ctx, input.account, "deliverable.added", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const { id = slugOf(input.name, "work"), ...rest } = input;
    if ((await books.deliverables.find(account.id, id)) !== undefined)
      throw new Refused(rejection("DELIVERABLE_EXISTS", { account: account.id, deliverable: id }));
    const deliverable = Deliverable.parse({ ...rest, id, addedOn: today });
    await checkSaid(books, deliverable, today);
    await books.deliverables.put(deliverable);
    return { answer: deliverable, data: { deliverable }, effectiveOn: today };
  });

/** Changes what is said of a deliverable that is not closed. What its approved SOW says never changes (DLV-2). */
export const editDeliverable = (ctx: SignedIn, input: z.infer<typeof EditDeliverable>) =>
  ctx.store.write(commandOf(ctx, input.account, "deliverable.edited", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const before = notClosed(await deliverableOf(books, account.id, input.deliverable));
    const { account: _, deliverable: __, ...changes } = input;
    const stated = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const deliverable = Deliverable.parse({ ...before, ...stated });
    await checkSaid(books, deliverable, today);
    await books.deliverables.put(deliverable);
    return { answer: deliverable, data: { deliverable }, effectiveOn: today };
  });

/** States how long phases will take; other phases keep their estimates, and none (0) takes one back (DLV-1, DLV-2). */
export const estimateDeliverable = (ctx: SignedIn, input: z.infer<typeof EstimateDeliverable>) =>
  ctx.store.write(commandOf(ctx, input.account, "deliverable.estimated", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const before = notClosed(await deliverableOf(books, account.id, input.deliverable));
    const phases = await phaseIds(books, today);
    refuseMalformed(faultsOfEstimates(input.estimates, phases));
    const kept = before.estimates.filter(({ phase }) => !input.estimates.some((each) => each.phase === phase));
    const estimates = [...kept, ...input.estimates]
      .filter(({ minutes }) => minutes > 0)
      .toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
    const deliverable = { ...before, estimates };
    await books.deliverables.put(deliverable);
    return { answer: deliverable, data: { deliverable: deliverable.id }, effectiveOn: today };
  });

/**
 * Ends work that no phase holds any more: without an approved SOW at any time, with one once its process has ended. Work
 * that has ended closes if all of its time is settled (DLV-3).
 */
export const closeDeliverable = (ctx: SignedIn, input: z.infer<typeof CloseDeliverable>) =>
  ctx.store.write(commandOf(ctx, input.account, "deliverable.closed", input), async (books, head) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const { id, state } = notClosed(await deliverableOf(books, account.id, input.deliverable));
    const inProcess = state === "open" ? await stillInProcess(books, account.id, id, today) : null;
    if (inProcess !== null) throw new Refused(inProcess);
    const ended =
      state === "open"
        ? await endDeliverable(books, head, {
            ...{ account: account.id, deliverable: id, outcome: "completed", on: today, today },
          })
        : await closeAgain(books, account.id, id, head, today);
    return outcomeOf(ended, today);
  });

/**
 * What ending work today would do, without doing it: what it then waits for, what of its deposit comes back, and why
 * `closeDeliverable` would be refused (DLV-3).
 */
export const previewEnd = (ctx: SignedIn, input: z.infer<typeof CloseDeliverable>) =>
  ctx.store.read(async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const deliverable = notClosed(await deliverableOf(books, account.id, input.deliverable));
    const ending = await closingOf(books, deliverable, today);
    const closeRefused =
      deliverable.state === "open"
        ? await stillInProcess(books, account.id, deliverable.id, today)
        : waitsFor(deliverable.id, ending);
    return { ...ending, closeRefused };
  });

/** Work with an approved SOW goes through its phases before it closes; null where it has (PROC-6). */
async function stillInProcess(books: Books, account: string, id: string, today: string) {
  const hasSow = (await books.sows.of(account, id)).some(({ state }) => state === "approved");
  const { phase, remaining } = await phasesLeft(books, account, id, today);
  return hasSow && remaining.length > 0 ? rejection("PHASES_NOT_ENDED", { deliverable: id, phase, remaining }) : null;
}

/** What work that has ended waits for before it closes; null where it closes. */
const waitsFor = (
  deliverable: string,
  { openMinutes, awaitsPremium }: { readonly openMinutes: number; readonly awaitsPremium: boolean },
) =>
  openMinutes > 0
    ? rejection("DELIVERABLE_HAS_OPEN_TIME", { deliverable, openMinutes })
    : awaitsPremium
      ? rejection("DELIVERABLE_AWAITS_PREMIUM", { deliverable })
      : null;

/** Work that has ended closes by itself; where it did not, this says what it waits for. */
async function closeAgain(books: Books, account: string, id: string, head: Head, today: string) {
  const creditMemos = await closeEnded(books, account, head, today);
  const deliverable = await deliverableOf(books, account, id);
  if (deliverable.state === "closed") return { deliverable, creditMemos };
  const waits = waitsFor(id, await closingOf(books, deliverable, today));
  if (waits === null) throw new Error(`${account}/${id} has nothing to wait for and did not close`);
  throw new Refused(waits);
}

/** Gives work up, with a reason: it closes once its open time is billed, and what is left of its deposit comes back (DLV-3). */
export const cancelDeliverable = (ctx: SignedIn, input: z.infer<typeof CancelDeliverable>) =>
  ctx.store.write(commandOf(ctx, input.account, "deliverable.cancelled", input), async (books, head) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const { deliverable, reason } = input;
    const ended = await endDeliverable(books, head, {
      ...{ account: account.id, deliverable, outcome: "cancelled", on: today, today, reason },
    });
    return outcomeOf(ended, today);
  });

const outcomeOf = (ended: Awaited<ReturnType<typeof endDeliverable>>, today: string) => ({
  answer: ended,
  data: { deliverable: ended.deliverable.id, documents: { invoices: [], creditMemos: ended.creditMemos } },
  effectiveOn: today,
});

export const refuseMalformed = (issues: readonly ParsedIssue[]): void => {
  if (issues.length > 0) throw new Refused(rejection("MALFORMED", { issues }));
};

export const phaseIds = async (books: Books, today: string): Promise<readonly string[]> =>
  policyOn(await books.policies.all(), today).policy.process.phases.map(({ id }) => id);

function notClosed(deliverable: Deliverable): Deliverable {
  const { id, state } = deliverable;
  if (state === "closed") throw new Refused(rejection("DELIVERABLE_CLOSED", { deliverable: id, state }));
  return deliverable;
}

/** Dates in order, a parent of the same account, and critical workflows in the words of the process (DLV-1, PROC-5). */
async function checkSaid(books: Books, deliverable: Deliverable, today: string): Promise<void> {
  const { account, id, parent, beginsOn, endsOn, criticalWorkflows } = deliverable;
  const known = policyOn(await books.policies.all(), today).policy.process.criticalWorkflows;
  refuseMalformed([
    ...(beginsOn !== null && endsOn !== null && endsOn < beginsOn
      ? [{ path: "endsOn", message: `must not be before ${beginsOn}` }]
      : []),
    ...criticalWorkflows.flatMap((workflow, at) =>
      known.includes(workflow)
        ? []
        : [{ path: `criticalWorkflows.${at}`, message: `"${workflow}" is none; there are ${known.join("; ")}` }],
    ),
  ]);
  if (parent !== null) orRefuse(checkParent(id, parent, await books.deliverables.list(account)));
}
