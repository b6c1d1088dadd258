import {
  closeEnded as closeAllEnded,
  closingOf as closingOn,
  type Deliverable,
  type Ending as EndingOf,
  endDeliverable as end,
  type IssuedMemo,
  ok,
} from "@cimpro/domain";
import { type Books, type Head, orNotFound } from "@cimpro/store";
import { decideOn } from "../ledger/decide-on.ts";

interface Ending extends EndingOf {
  readonly account: string;
}

/**
 * Ends a deliverable: it entered long-term support, or was cancelled. It closes at once if no SOW time of it is open;
 * else with the run that bills the last of it (DLV-3).
 */
export async function endDeliverable(
  books: Books,
  head: Head,
  { account, ...ending }: Ending,
): Promise<{ readonly deliverable: Deliverable; readonly creditMemos: readonly IssuedMemo[] }> {
  const { deliverable: id } = ending;
  const ended = await decideOn(books, head, account, { deliverable: id }, (ledger) => end(ledger, ending));
  return {
    deliverable: orNotFound(ended.ledger.books.deliverables.get(id), "deliverable", id),
    creditMemos: ended.creditMemos,
  };
}

/** Closes every deliverable of an account that has ended and whose SOW time is all settled (DLV-3, LEAD-8). Gives the memos. */
export async function closeEnded(
  books: Books,
  account: string,
  head: Head,
  today: string,
): Promise<readonly IssuedMemo[]> {
  const { creditMemos } = await decideOn(books, head, account, {}, (ledger) => ok(closeAllEnded(ledger, today)));
  return creditMemos;
}

/** What stands between work and its closing, and what of its deposit comes back with that as it stands (DLV-3). */
export async function closingOf(books: Books, deliverable: Deliverable, today: string) {
  const { account, id } = deliverable;
  const window = await books.window(account, { deliverable: id });
  const { openMinutes, awaitsPremium, credited, returnedOutside, hasSow } = closingOn(window, deliverable, today);
  return {
    openMinutes,
    awaitsPremium,
    deposit: hasSow
      ? {
          /** Comes back as a credit memo on this invoice, less what open time will draw. */
          credited: credited?.amount ?? 0,
          invoice: credited?.invoice.number ?? null,
          /** To be paid back where it was paid: there is no invoice of it here. */
          returnedOutside: returnedOutside ?? 0,
        }
      : null,
  };
}
