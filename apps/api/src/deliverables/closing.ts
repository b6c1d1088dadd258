import { type CreditMemo, type Deliverable, depositLeft, rejection, type Sow } from "@cimpro/domain";
import { type Books, type Head, orNotFound, Refused } from "@cimpro/store";
import { applier } from "../money/apply.ts";
import { sowStanding } from "./sow-standing.ts";

export type IssuedMemo = CreditMemo & { readonly unapplied: number };

interface Ending {
  readonly account: string;
  readonly deliverable: string;
  readonly outcome: "completed" | "cancelled";
  /** The last day whose time is its own. */
  readonly on: string;
  readonly today: string;
  readonly reason?: string;
}

/**
 * Ends a deliverable: it entered long-term support, or was cancelled. It closes at once if no SOW time of it is open;
 * else with the run that bills the last of it (DLV-3).
 */
export async function endDeliverable(
  books: Books,
  head: Pick<Head, "seq">,
  { account, deliverable: id, outcome, on, today, reason }: Ending,
): Promise<{ readonly deliverable: Deliverable; readonly creditMemos: readonly IssuedMemo[] }> {
  const deliverable = orNotFound(await books.deliverables.find(account, id), "deliverable", id);
  const { state } = deliverable;
  if (state !== "open") throw new Refused(rejection("DELIVERABLE_CLOSED", { deliverable: id, state }));
  const ended: Deliverable = { ...deliverable, state: "ending", outcome, endedOn: on, reason: reason ?? null };
  await books.deliverables.put(ended);
  const creditMemos = await closeEnded(books, account, head.seq, today);
  return { deliverable: (await books.deliverables.find(account, id)) ?? ended, creditMemos };
}

/**
 * Closes every deliverable of an account that has ended and whose SOW time is all settled, and credits what is left of
 * its deposit once that is certain (DLV-3, LEAD-8). Gives the memos.
 */
export async function closeEnded(
  books: Books,
  account: string,
  sequence: number,
  today: string,
): Promise<readonly IssuedMemo[]> {
  const memos: IssuedMemo[] = [];
  for (const deliverable of await books.deliverables.list(account, ["ending"])) {
    const sow = (await books.sows.of(account, deliverable.id)).find(({ state }) => state === "approved");
    if (sow !== undefined && (await openMinutesOf(books, deliverable, sow, today)) > 0) continue;
    if (sow !== undefined && (await awaitsPremium(books, sow))) continue;
    const memo =
      sow === undefined
        ? null
        : await creditRestOfDeposit(books, sow, (await sowStanding(books, sow)).left, sequence, today);
    if (memo !== null) memos.push(memo);
    const returnOutside = sow === undefined ? null : await restPaidOutside(books, sow);
    await books.deliverables.put({ ...deliverable, state: "closed", closedOn: today, returnOutside });
  }
  return memos;
}

/**
 * Gives back what correcting time returns to the deposit of work that has closed: no later time could draw on it any more,
 * so it comes back like the rest did at closing (DLV-3, INV-3).
 */
export async function creditReturned(
  books: Books,
  account: string,
  id: string,
  sequence: number,
  today: string,
): Promise<readonly IssuedMemo[]> {
  const deliverable = await books.deliverables.find(account, id);
  if (deliverable?.state !== "closed") return [];
  const work = (await books.sowWork(account, "closed")).find((each) => each.deliverable === id);
  const sow = (await books.sows.of(account, id)).find(({ state }) => state === "approved");
  if (work === undefined || sow === undefined) return [];
  const left = depositLeft(work.deposit, work.ratePerHour);
  if (sow.opening && sow.deposit > 0 && deliverable.returnOutside !== left)
    await books.deliverables.put({ ...deliverable, returnOutside: left });
  const memo = await creditRestOfDeposit(books, sow, left, sequence, today);
  return memo === null ? [] : [memo];
}

/** What stands between work and its closing, and what of its deposit comes back with that as it stands (DLV-3). */
export async function closingOf(books: Books, deliverable: Deliverable, today: string) {
  const { account, id } = deliverable;
  const sow = (await books.sows.of(account, id)).find(({ state }) => state === "approved");
  if (sow === undefined) return { openMinutes: 0, awaitsPremium: false, deposit: null };
  const { left } = await sowStanding(books, sow);
  const rest = await restOfDeposit(books, sow, left);
  return {
    openMinutes: await openMinutesOf(books, deliverable, sow, today),
    awaitsPremium: await awaitsPremium(books, sow),
    deposit: {
      /** Comes back as a credit memo on this invoice, less what open time will draw. */
      credited: rest?.total ?? 0,
      invoice: rest?.invoice.number ?? null,
      /** To be paid back where it was paid: there is no invoice of it here. */
      returnedOutside: (await restPaidOutside(books, sow)) ?? 0,
    },
  };
}

/** SOW time that nothing has settled yet; held minutes are open ones too (DLV-5). */
export const openMinutesOf = (books: Books, { account, id, endedOn }: Deliverable, sow: Sow, today: string) =>
  books.deliverables.openMinutes(account, id, sow.approvedOn ?? today, endedOn ?? today);

/** While a settlement is only proposed, premium may still return to the deposit (LEAD-8). */
export async function awaitsPremium(books: Books, { account, deliverable, deposit }: Sow): Promise<boolean> {
  if (deposit === 0) return false;
  return (await books.premiumDecisions.find(account, deliverable))?.state === "proposed";
}

/** What is left of a deposit that came from another system: there is no invoice of it here to credit (DLV-3). */
const restPaidOutside = async (books: Books, sow: Sow): Promise<number | null> =>
  sow.opening && sow.deposit > 0 ? (await sowStanding(books, sow)).left : null;

/** What of a deposit can be credited on its invoice; null where that is nothing. */
async function restOfDeposit(books: Books, { account, depositInvoice }: Sow, left: number) {
  if (depositInvoice === null) return null;
  const invoice = orNotFound(await books.invoices.find(depositInvoice), "invoice", depositInvoice);
  const [line] = await books.invoices.lines(account, invoice.number);
  if (line === undefined || invoice.voidedBy !== null) return null;
  const total = Math.min(left, line.amount - line.creditedAmount);
  return total <= 0 ? null : { invoice, line, total };
}

/** Money given back: a memo on the deposit's own invoice that names its line and no minutes (DLV-3, INV-3, INV-6). */
async function creditRestOfDeposit(
  books: Books,
  sow: Sow,
  left: number,
  sequence: number,
  today: string,
): Promise<IssuedMemo | null> {
  const { account, deliverable } = sow;
  const rest = await restOfDeposit(books, sow, left);
  if (rest === null) return null;
  const { invoice, line, total } = rest;
  await books.invoices.creditLine(account, invoice.number, line.line, 0, total);
  const number = await books.numbers.next("credit-memo");
  const memo: CreditMemo = {
    number,
    account,
    invoice: invoice.number,
    issuedOn: today,
    reason: "waive",
    note: `What is left of the deposit on ${deliverable}, which has closed`,
    voids: false,
    currency: invoice.currency,
    lines: [
      {
        line: line.line,
        kind: "deposit",
        deliverable,
        minutes: 0,
        ratePerHour: 0,
        amount: total,
        clauses: ["DLV-3", "INV-3"],
        slices: [],
      },
    ],
    total,
  };
  await books.creditMemos.insert(memo, total);
  const unapplied = await applier(books, account, sequence).spread("credit-memo", number, total, today, invoice.number);
  await books.applications.take(account, "credit-memo", number, total - unapplied);
  return { ...memo, unapplied };
}
