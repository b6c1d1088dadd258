import { randomUUID } from "node:crypto";
import { checkWait, Day, type DeliverableWait, FactId, Note, rejection, type SettledUntil, Slug } from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";

const What = Note.refine((what) => what.trim() !== "", "say what is waited for");

export const StartWait = z.object({
  account: Slug,
  deliverable: Slug,
  whose: z.enum(["client", "product"]),
  what: What,
  from: Day.optional(),
  productItem: FactId.optional(),
  id: FactId.optional(),
});
export const StopWait = z
  .object({ account: Slug, wait: FactId.optional(), deliverable: Slug.optional(), to: Day.optional() })
  .refine(({ wait, deliverable }) => (wait === undefined) !== (deliverable === undefined), {
    path: ["wait"],
    error: "name the wait, or the deliverable that waits for one thing",
  });
export const AnswerWait = z.object({
  account: Slug,
  wait: FactId,
  text: Note.trim().min(1, "must not be empty"),
});
/** `to: null` lets an ended wait last again. */
export const AmendWait = z.object({
  account: Slug,
  wait: FactId,
  what: What.optional(),
  from: Day.optional(),
  to: Day.nullable().optional(),
});

/** Says that a deliverable waits for its customer or the product team, from a day on (LEAD-6). */
export async function startWait(ctx: SignedIn, input: z.infer<typeof StartWait>) {
  return ctx.store.write(commandOf(ctx, input.account, "wait.started", input), async (books) => {
    const { account, today } = await accountAndDay(ctx, books, input.account);
    const deliverable = orNotFound(
      await books.deliverables.find(account, input.deliverable),
      `deliverable of ${account}`,
      input.deliverable,
    ).id;
    const { productItem = null, id = randomUUID(), from = today, whose, what } = input;
    if (productItem !== null) {
      const item = orNotFound(
        await books.productItems.find(account, productItem),
        `product item of ${account}`,
        productItem,
      );
      if (item.endedOn !== null)
        throw new Refused(
          rejection("PRODUCT_ITEM_STEP", { item: item.id, from: item.state, to: "requested", may: [] }),
        );
    }
    if ((await books.waits.find(account, id)) !== undefined) throw new Refused(rejection("WAIT_EXISTS", { wait: id }));
    const wait = { account, id, deliverable, whose, from, to: null, what, productItem };
    await putWait(books, wait, null, today);
    return { answer: wait, data: { wait: id }, effectiveOn: from };
  });
}

/** Says that a wait is over: the day it was answered or lifted (LEAD-6). */
export async function stopWait(ctx: SignedIn, input: z.infer<typeof StopWait>) {
  return ctx.store.write(commandOf(ctx, input.account, "wait.stopped", input), async (books) => {
    const { account, today } = await accountAndDay(ctx, books, input.account);
    const before =
      input.wait === undefined
        ? await onlyLasting(books, account, input.deliverable ?? "")
        : orNotFound(await books.waits.find(account, input.wait), `wait of ${account}`, input.wait);
    if (before.to !== null) throw new Refused(rejection("WAIT_ENDED", { wait: before.id, to: before.to }));
    const wait = { ...before, to: input.to ?? today };
    await putWait(books, wait, before, today);
    return { answer: wait, data: { wait: wait.id }, effectiveOn: wait.to };
  });
}

/** Says something to what is waited for. The wait lasts until the team finds it answered, for it stops the clock (LEAD-6). */
export async function answerWait(ctx: SignedIn, input: z.infer<typeof AnswerWait>) {
  return ctx.store.write(commandOf(ctx, input.account, "wait.answered", input), async (books) => {
    const { account, today } = await accountAndDay(ctx, books, input.account);
    const before = orNotFound(await books.waits.find(account, input.wait), `wait of ${account}`, input.wait);
    if (before.to !== null) throw new Refused(rejection("WAIT_ENDED", { wait: before.id, to: before.to }));
    const answer = { person: ctx.actor.name, on: today, text: input.text };
    const wait = { ...before, answers: [...(before.answers ?? []), answer] };
    await books.waits.put(wait);
    return { answer: wait, data: { wait: wait.id, answer }, effectiveOn: today };
  });
}

/** Corrects a wait while no settlement rests on it (LEAD-8). */
export async function amendWait(ctx: SignedIn, input: z.infer<typeof AmendWait>) {
  return ctx.store.write(commandOf(ctx, input.account, "wait.amended", input), async (books) => {
    const { account, today } = await accountAndDay(ctx, books, input.account);
    const before = orNotFound(await books.waits.find(account, input.wait), `wait of ${account}`, input.wait);
    const { what = before.what, from = before.from, to = before.to } = input;
    const wait = { ...before, what, from, to };
    await putWait(books, wait, before, today);
    return { answer: wait, data: { wait: wait.id }, effectiveOn: from };
  });
}

/** Keeps a wait as it is said now, if it may be so. */
export async function putWait(
  books: Books,
  wait: DeliverableWait,
  before: DeliverableWait | null,
  today: string,
): Promise<void> {
  const settled = await settledUntil(books, wait.account, wait.deliverable);
  await books.waits.put(orRefuse(checkWait(wait, before, { today, settled })));
}

async function settledUntil(books: Books, account: string, deliverable: string): Promise<SettledUntil | null> {
  const decision = await books.premiumDecisions.find(account, deliverable);
  if (decision === undefined || decision.state === "proposed") return null;
  return { deliverable, state: decision.state, deliveredOn: decision.deliveredOn };
}

async function onlyLasting(books: Books, account: string, deliverable: string): Promise<DeliverableWait> {
  const lasting = (await books.waits.of(account, deliverable)).filter(({ to }) => to === null);
  const [only, ...more] = lasting;
  if (more.length > 0)
    throw new Refused(rejection("WAIT_NOT_CLEAR", { deliverable, waits: lasting.map(({ id }) => id) }));
  return orNotFound(only, "wait that lasts of", deliverable);
}

async function accountAndDay(ctx: SignedIn, books: Books, id: string) {
  const account = await accountOf(books, id);
  return { account: account.id, today: await businessDay(ctx, books, account) };
}
