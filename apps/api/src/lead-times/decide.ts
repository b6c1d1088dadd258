import { Day, Note, type PremiumDecision, rejection, Slug } from "@cimpro/domain";
import { type Books, type Head, orNotFound, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { closeEnded } from "../deliverables/closing.ts";
import { type Delivered, settle, settleOrPropose } from "./deliver.ts";
import { deliveryDay } from "./lead-time-facts.ts";
import { type Delivery, workOut } from "./settlement.ts";

const OfDeliverable = z.object({ account: Slug, deliverable: Slug });
/** `deliveredOn`: for a delivery before these books were kept; else it is what the delivery stated. */
export const ProposePremium = OfDeliverable.extend({ deliveredOn: Day.optional() });
export const ConfirmPremium = OfDeliverable.extend({ reason: Note.nullable().default(null) });
export const DeclinePremium = OfDeliverable.extend({
  reason: Note.refine((reason) => reason.trim() !== "", "say why the premium stays due"),
});

/** Works a settlement out anew from the present records, unless it was decided (LEAD-4, LEAD-8). */
export async function proposePremium(ctx: SignedIn, input: z.infer<typeof ProposePremium>) {
  return ctx.store.write(commandOf(ctx, input.account, "premium.proposed", input), async (books, head) => {
    const { delivery, worked } = await toSettle(ctx, books, input);
    return outcomeOf(books, head, delivery, await settleOrPropose(books, head, delivery, worked));
  });
}

/**
 * What `proposePremium` would come to now, without writing anything: what is a duty would be settled at once, what "may" be
 * done proposed (LEAD-3, LEAD-4). Refused where that would be.
 */
export async function previewPremium(ctx: SignedIn, input: z.infer<typeof ProposePremium>) {
  return ctx.store.read(async (books) => {
    const { delivery, worked } = await toSettle(ctx, books, input);
    const { lines, deposit, notInvoiced } = worked.settled;
    return { deliveredOn: delivery.on, settlement: worked.evidence, lines: lines.length, deposit, notInvoiced };
  });
}

/** Confirms what was proposed: the premium is lowered, and what was invoiced of it is credited (LEAD-4, LEAD-8). */
export async function confirmPremium(ctx: SignedIn, input: z.infer<typeof ConfirmPremium>) {
  return decide(ctx, "premium.confirmed", "confirmed", input);
}

/** Declines what was proposed, with a reason: the premium stays due (LEAD-4). */
export async function declinePremium(ctx: SignedIn, input: z.infer<typeof DeclinePremium>) {
  return decide(ctx, "premium.declined", "declined", input);
}

async function decide(
  ctx: SignedIn,
  type: string,
  state: "confirmed" | "declined",
  input: z.infer<typeof ConfirmPremium>,
) {
  return ctx.store.write(commandOf(ctx, input.account, type, input), async (books, head) => {
    const { account, deliverable, today, known } = await load(ctx, books, input);
    refuseSettled(known);
    const proposed = orNotFound(known, `settlement of ${account}`, deliverable);
    const delivery = { account, deliverable, on: proposed.deliveredOn, today };
    const worked = await workOut(books, delivery);
    if (worked === null) throw new Refused(rejection("PREMIUM_NONE", { deliverable }));
    const [before, now] = [proposed.settlement.outcome, worked.evidence.outcome];
    if (before !== now) throw new Refused(rejection("PREMIUM_OUTDATED", { deliverable, proposed: before, now }));
    const taken = { state, decidedBy: ctx.actor.name, reason: input.reason };
    return outcomeOf(books, head, delivery, await settle(books, head, delivery, worked, taken));
  });
}

/** The answer. Work that has ended closes now if only the decision was missing: the rest of its deposit comes back (DLV-3). */
async function outcomeOf(books: Books, head: Head, { account, deliverable, today }: Delivery, settled: Delivered) {
  const decision = orNotFound(settled.decision ?? undefined, `settlement of ${account}`, deliverable);
  const creditMemos = settled.creditMemos;
  const closing = await closeEnded(books, account, head, today);
  return {
    answer: { decision, creditMemos },
    data: { deliverable, documents: { creditMemos: [...creditMemos, ...closing] } },
    effectiveOn: today,
  };
}

/** The delivery to settle, worked out on the present records. */
async function toSettle(ctx: SignedIn, books: Books, input: z.infer<typeof ProposePremium>) {
  const { account, deliverable, today, known } = await load(ctx, books, input);
  refuseSettled(known);
  const on = (await deliveryDay(books, account, deliverable)) ?? input.deliveredOn;
  if (on !== undefined) notAfterToday("delivery", on, today);
  const delivery: Delivery = { account, deliverable, on: on ?? today, today };
  const worked = await workOut(books, delivery);
  if (worked === null) throw new Refused(rejection("PREMIUM_NONE", { deliverable }));
  if (on === undefined) throw new Refused(rejection("PREMIUM_NOT_DELIVERED", { deliverable }));
  return { delivery, worked };
}

async function load(ctx: SignedIn, books: Books, input: z.infer<typeof OfDeliverable>) {
  const account = await accountOf(books, input.account);
  const today = await businessDay(ctx, books, account);
  const deliverable = orNotFound(
    await books.deliverables.find(account.id, input.deliverable),
    `deliverable of ${account.id}`,
    input.deliverable,
  );
  const known = await books.premiumDecisions.find(account.id, deliverable.id);
  return { account: account.id, deliverable: deliverable.id, today, known };
}

/** A settlement happens once (LEAD-8). */
function refuseSettled(known: PremiumDecision | undefined): void {
  if (known === undefined || known.state === "proposed") return;
  const { id: deliverable, state, deliveredOn } = known;
  throw new Refused(rejection("PREMIUM_SETTLED", { deliverable, state, deliveredOn }));
}
