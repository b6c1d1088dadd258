import { after } from "./after.ts";
import type { AccountBooks } from "./books.ts";
import type { Change, Posting } from "./posting.ts";

/** A decision under way: the books as they would be, and what was posted so far to make them so. */
export interface Ledger {
  readonly books: AccountBooks;
  readonly change: Change;
}

/** Begins a decision on books as they stand. */
export const openLedger = (books: AccountBooks): Ledger => ({ books, change: [] });

/** The decision with more postings, each seen by what is decided next. */
export const post = ({ books, change }: Ledger, ...postings: readonly Posting[]): Ledger => ({
  books: after(books, postings),
  change: [...change, ...postings],
});
