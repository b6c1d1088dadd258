import { type AccountBooks, documentsOf, type Ledger, openLedger, type Result } from "@cimpro/domain";
import { type Books, type Head, orRefuse, type Wanted } from "@cimpro/store";

/** Loads an account's books as far as a decision looks at them, decides, and posts the change. */
export const decideOn = async <D extends { readonly ledger: Ledger }>(
  books: Books,
  head: Head,
  account: string,
  wanted: Wanted,
  decide: (ledger: Ledger) => Result<D>,
): Promise<D> => decideAndPost(books, head, await books.window(account, wanted), decide);

/**
 * Decides on books that were loaded, and posts the change. Documents take their numbers last, credit memos before invoices
 * (INV-3): where others took some meanwhile, the decision is made again with the right ones.
 */
export async function decideAndPost<D extends { readonly ledger: Ledger }>(
  books: Books,
  head: Head,
  window: AccountBooks,
  decide: (ledger: Ledger) => Result<D>,
): Promise<D> {
  const decided = orRefuse(decide(openLedger(window)));
  const { invoices, creditMemos } = documentsOf(decided.ledger.change);
  const { counters } = window;
  const taken = {
    creditMemo:
      creditMemos.length === 0 ? counters.creditMemo : await books.numbers.take("credit-memo", creditMemos.length),
    invoice: invoices.length === 0 ? counters.invoice : await books.numbers.take("invoice", invoices.length),
  };
  const same = taken.creditMemo === counters.creditMemo && taken.invoice === counters.invoice;
  const final = same ? decided : orRefuse(decide(openLedger({ ...window, counters: taken })));
  await books.post(window.account, head, final.ledger.change);
  return final;
}
