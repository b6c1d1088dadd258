import {
  type ChangedWork,
  type ChangeOrder,
  type ChangeOrderConsequence,
  ChangeOrderRequest,
  changeOrderConsequence,
  contentOfChangeOrder,
  Day,
  decideChangeOrder,
  formatDuration,
  Name,
  Note,
  type PolicyVersion,
  proposeChangeOrder,
  Slug,
  type Sow,
  type StatedChange,
  sowToChange,
  statedChanges,
  type WorkTerms,
} from "@cimpro/domain";
import { type Books, digestOf, orNotFound, orRefuse } from "@cimpro/store";
import { z } from "zod";
import { approverOf } from "../access/approver.ts";
import {
  accountOf,
  businessDay,
  type Context,
  commandOf,
  currencyOf,
  notAfterToday,
  type SignedIn,
} from "../context.ts";
import { tellApprovalAsked } from "../messages/tell.ts";
import { deliverableOf } from "./deliverable.ts";

const id = z.string().max(100);
export const ProposeChangeOrder = ChangeOrderRequest.extend({ account: Slug, deliverable: Slug });
/** A change order that was proposed, or one only thought of. */
export const PreviewChangeOrder = ChangeOrderRequest.extend({
  account: Slug,
  changeOrder: id.optional(),
  deliverable: Slug.optional(),
  on: Day.optional(),
}).refine(({ changeOrder, deliverable }) => (changeOrder === undefined) !== (deliverable === undefined), {
  path: ["changeOrder"],
  error: "name either a change order, or a deliverable with what would change",
});
export const ApproveChangeOrder = z.object({
  account: Slug,
  changeOrder: id,
  by: Name.optional(),
  on: Day.optional(),
});
export const DeclineChangeOrder = ApproveChangeOrder.extend({ reason: Note.trim().min(1, "must not be empty") });
export const ShowChangeOrder = z.object({ account: Slug, changeOrder: id });

/** Proposes a change order and shows what would follow from it today (DLV-4). */
export const propose = (
  ctx: SignedIn,
  { account: of, deliverable: name, ...input }: z.infer<typeof ProposeChangeOrder>,
) =>
  ctx.store.write(
    commandOf(ctx, of, "change-order.proposed", { account: of, deliverable: name, ...input }),
    async (books) => {
      const account = await accountOf(books, of);
      const today = await businessDay(ctx, books, account);
      const work = await changedWork(books, account.id, name);
      const changeOrder = orRefuse(proposeChangeOrder(work, input, today, work.changeOrders));
      const consequence = await consequenceOf(books, work, { ...changeOrder, on: today });
      await books.changeOrders.put(changeOrder);
      await tellApprovalAsked(books, {
        ...{ kind: "change-order", id: changeOrder.id, account: account.id, deliverable: changeOrder.deliverable },
        deliverableName: (await books.deliverables.find(account.id, changeOrder.deliverable))?.name ?? name,
        consequence: `It adds ${formatDuration(changeOrder.minutes)}.`,
      });
      return {
        answer: { changeOrder, consequence },
        data: { changeOrder: changeOrder.id },
        effectiveOn: today,
      };
    },
  );

/** What would follow from a change order, proposed or only thought of (DLV-4, LEAD-5). */
export const preview = (ctx: Context, input: z.infer<typeof PreviewChangeOrder>) =>
  ctx.store.read(async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const on = input.on ?? today;
    if (input.changeOrder !== undefined) {
      const changeOrder = await changeOrderOf(books, account.id, input.changeOrder);
      const work = await changedWork(books, account.id, changeOrder.deliverable);
      return { changeOrder, consequence: await consequenceOf(books, work, { ...changeOrder, on }, changeOrder.id) };
    }
    const work = await changedWork(books, account.id, input.deliverable ?? "");
    const thought = orRefuse(proposeChangeOrder(work, input, on, work.changeOrders));
    return { changeOrder: null, consequence: await consequenceOf(books, work, { ...thought, on }) };
  });

/** Puts the budget holder's approval on record; held minutes are released by it. Work may be stopped (DLV-4, DLV-5). */
export const approve = (ctx: SignedIn, input: z.infer<typeof ApproveChangeOrder>) =>
  ctx.store.write(commandOf(ctx, input.account, "change-order.approved", input), async (books) => {
    const { work, order, approval } = await decisionOn(ctx, books, input);
    const decided = orRefuse(decideChangeOrder(work, order, { state: "approved" }, approval));
    const consequence = await consequenceOf(books, work, { ...decided, on: approval.on });
    const changeOrder: ChangeOrder = { ...decided, seal: digestOf(contentOfChangeOrder(decided)) };
    await books.changeOrders.put(changeOrder);
    const { addedMinutes, addedPrice, after } = consequence;
    return {
      answer: { changeOrder, consequence },
      data: { changeOrder: order.id, addedMinutes, addedPrice, guarantee: after.guarantee },
      effectiveOn: approval.on,
    };
  });

/** Puts the budget holder's refusal on record, with its reason (DLV-4). */
export const decline = (ctx: SignedIn, input: z.infer<typeof DeclineChangeOrder>) =>
  ctx.store.write(commandOf(ctx, input.account, "change-order.declined", input), async (books) => {
    const { work, order, approval } = await decisionOn(ctx, books, input);
    const { reason } = input;
    const changeOrder = orRefuse(decideChangeOrder(work, order, { state: "declined", reason }, approval));
    await books.changeOrders.put(changeOrder);
    return { answer: { changeOrder }, data: { changeOrder: order.id, reason }, effectiveOn: approval.on };
  });

export const changeOrderOf = async (books: Books, account: string, id: string): Promise<ChangeOrder> =>
  orNotFound(await books.changeOrders.find(account, id), "change order", id);

async function decisionOn(ctx: SignedIn, books: Books, input: z.infer<typeof ApproveChangeOrder>) {
  const account = await accountOf(books, input.account);
  const today = await businessDay(ctx, books, account);
  const order = await changeOrderOf(books, account.id, input.changeOrder);
  const work = await changedWork(books, account.id, order.deliverable);
  const on = input.on ?? today;
  notAfterToday("decision", on, today);
  return { work, order, approval: { by: await approverOf(ctx, books, account.id, input.by), on, today } };
}

/** A deliverable with its SOWs and change orders. */
export type WorkOnBooks = ChangedWork & { readonly changeOrders: readonly ChangeOrder[] };

export async function changedWork(books: Books, account: string, id: string): Promise<WorkOnBooks> {
  const deliverable = await deliverableOf(books, account, id);
  const sows = await books.sows.of(account, id);
  return { deliverable, sows, changeOrders: await books.changeOrders.of(account, id) };
}

/** What follows if the change is approved on its day, beside those that are (DLV-4). */
async function consequenceOf(
  books: Books,
  work: WorkOnBooks,
  change: StatedChange,
  itself?: string,
): Promise<ChangeOrderConsequence> {
  const sow = orRefuse(sowToChange(work));
  const terms = await workTerms(books, await books.policies.all(), sow);
  const others = work.changeOrders.filter((each) => each.id !== itself);
  return orRefuse(changeOrderConsequence(sow, statedChanges(others), change, terms));
}

/** The lead-time terms that the SOW was issued under, and whether its work was delivered (LEAD-5). */
export async function workTerms(books: Books, versions: readonly PolicyVersion[], sow: Sow): Promise<WorkTerms> {
  const { account, deliverable, policyVersion } = sow;
  const { policy } = orNotFound(
    versions.find(({ version }) => version === policyVersion),
    "policy version",
    String(policyVersion),
  );
  const decision = await books.premiumDecisions.find(account, deliverable);
  return {
    currency: currencyOf(versions),
    changeOrderEffect: policy.leadTimes.changeOrderEffect,
    deliveredOn: decision?.deliveredOn ?? null,
  };
}
