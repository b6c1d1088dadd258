import {
  approveSow,
  contentOfSow,
  Day,
  draftDepositInvoice,
  formatDuration,
  formatMoney,
  type Invoice,
  issueInvoice,
  issueSow,
  Name,
  ok,
  policyOn,
  rejection,
  runTerms,
  Slug,
  type Sow,
  SowRequest,
  sowPrice,
} from "@cimpro/domain";
import { type Account, type Books, digestOf, type Head, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { approverOf } from "../access/approver.ts";
import { partiesOf } from "../billing/parties.ts";
import { accountOf, businessDay, commandOf, currencyOf, notAfterToday, type SignedIn } from "../context.ts";
import { decideOn } from "../ledger/decide-on.ts";
import { tellApprovalAsked, tellInvoiceIssued } from "../messages/tell.ts";
import { recordSowApproval } from "../process/record-evidence.ts";
import { deliverableOf, phaseIds } from "./deliverable.ts";

export const IssueSow = SowRequest.extend({ account: Slug, deliverable: Slug, on: Day.optional() });
export const ApproveSow = z.object({
  account: Slug,
  deliverable: Slug,
  /** The SOW that was looked at; the last one, unless stated. */
  sow: z.string().max(100).optional(),
  by: Name.optional(),
  on: Day.optional(),
});
export const ShowSow = z.object({ account: Slug, deliverable: Slug, sow: z.string().max(100).optional() });

/** A SOW with what it costs: labor, premium, deposit, total (DLV-2). */
export const pricedSow = (sow: Sow, currency: string) => ({
  ...sow,
  price: { ...sowPrice(sow, currency, sow.minutes), deposit: sow.deposit },
});
export type PricedSow = ReturnType<typeof pricedSow>;

/** Issues a SOW; one that was not approved yet is replaced by it (DLV-2, RATE-3). */
export const issue = (ctx: SignedIn, { account: id, on, ...input }: z.infer<typeof IssueSow>) =>
  ctx.store.write(commandOf(ctx, id, "sow.issued", { account: id, on, ...input }), async (books) => {
    const account = await accountOf(books, id);
    const today = await businessDay(ctx, books, account);
    const issuedOn = on ?? today;
    notAfterToday("SOW", issuedOn, today);
    const versions = await books.policies.all();
    const { version, policy } = policyOn(versions, issuedOn);
    const deliverable = await deliverableOf(books, account.id, input.deliverable);
    const earlier = await books.sows.of(account.id, deliverable.id);
    const terms = {
      issuedOn,
      ratePerHour: runTerms(versions, issuedOn).rateOn(issuedOn).ratePerHour,
      premiums: policy.premiums,
      policyVersion: version,
      validDays: policy.deliverables.sowValidDays,
      phases: await phaseIds(books, today),
    };
    const sow = orRefuse(issueSow(deliverable, input, terms, earlier));
    const replaced = earlier.filter(({ state }) => state === "issued");
    for (const each of replaced) await books.sows.put({ ...each, state: "replaced" });
    await books.sows.put(sow);
    await askToApprove(books, sow, deliverable.name, currencyOf(versions));
    const answer = { sow: pricedSow(sow, currencyOf(versions)), replaced: replaced.map((each) => each.id) };
    return { answer, data: { sow: sow.id, replaced: answer.replaced }, effectiveOn: issuedOn };
  });

/** Whoever decides for the customer learns what there is to approve. */
const askToApprove = (books: Books, sow: Sow, deliverableName: string, currency: string): Promise<void> => {
  const { total } = sowPrice(sow, currency, sow.minutes);
  return tellApprovalAsked(books, {
    ...{ kind: "sow", id: sow.id, account: sow.account, deliverable: sow.deliverable, deliverableName },
    consequence: `It is estimated at ${formatDuration(sow.minutes)}, that is ${formatMoney(total, currency)}.`,
  });
};

/** Puts the budget holder's approval on record: seals the SOW and invoices its deposit (DLV-2, DLV-3, PROC-1). */
export const approve = (ctx: SignedIn, input: z.infer<typeof ApproveSow>) =>
  ctx.store.write(commandOf(ctx, input.account, "sow.approved", input), async (books, head) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const deliverable = await deliverableOf(books, account.id, input.deliverable);
    const all = await books.sows.of(account.id, deliverable.id);
    const stated = sowNamed(all, deliverable.id, input.sow);
    const by = await approverOf(ctx, books, account.id, input.by);
    const on = input.on ?? today;
    const approved = orRefuse(approveSow(deliverable, stated, { by, on, today }, all));
    const invoice = approved.deposit === 0 ? null : await invoiceDeposit(books, account, approved, head, today);
    const sow: Sow = { ...approved, seal: digestOf(contentOfSow(approved)), depositInvoice: invoice?.number ?? null };
    await books.sows.put(sow);
    await recordSowApproval(books, {
      ...{ account: account.id, deliverable: deliverable.id, person: by, on },
      what: `SOW ${sow.id} approved`,
      recordedBy: ctx.actor.name,
    });
    const currency = currencyOf(await books.policies.all());
    return {
      answer: { sow: pricedSow(sow, currency), invoice },
      data: { sow: sow.id, documents: { invoices: invoice === null ? [] : [invoice], creditMemos: [] } },
      effectiveOn: on,
    };
  });

async function invoiceDeposit(
  books: Books,
  account: Account,
  sow: Sow,
  head: Head,
  issuedOn: string,
): Promise<Invoice> {
  const practice = orNotFound(await books.practice.find(), "practice", "practice");
  const { currency, policy } = runTerms(await books.policies.all(), issuedOn);
  const draft = draftDepositInvoice(sow, { ...partiesOf(practice, account), issuedOn, currency, policy });
  const { invoice } = await decideOn(books, head, account.id, {}, (ledger) => ok(issueInvoice(ledger, draft)));
  await tellInvoiceIssued(books, invoice.number, draft);
  return invoice;
}

/** The SOW that is named; else the one that stands: approved, or the last one issued. */
export function sowNamed(all: readonly Sow[], deliverable: string, named?: string): Sow {
  const found =
    named === undefined
      ? (all.find(({ state }) => state === "approved") ?? all.at(-1))
      : all.find(({ id }) => id === named);
  if (found === undefined) throw new Refused(rejection("NOT_FOUND", { what: "SOW", id: named ?? `of ${deliverable}` }));
  return found;
}
