import type { InvoiceDraft } from "@cimpro/domain";
import type { Books, EntryRecord } from "../src/index.ts";
import { line, memo, now, payment } from "./books.ts";

const today = now.slice(0, 10);

/** Freezes a draft under the next number. */
export async function issue(books: Books, drafted: InvoiceDraft) {
  const number = await books.numbers.next("invoice");
  await books.invoices.insert(drafted, number);
  return { number, ...drafted };
}

/** Records money and puts it on an invoice. */
export async function pay(books: Books, sequence: number, id: string, amount: number, invoice: string) {
  const money = payment(id, amount, { sequence, invoice });
  await books.payments.insert(money);
  await apply(books, sequence, "payment", id, invoice, amount);
  return { ...money, unapplied: 0 };
}

async function apply(
  books: Books,
  sequence: number,
  source_kind: "payment" | "credit-memo",
  source: string,
  invoice: string,
  amount: number,
  of = "acme",
): Promise<void> {
  const common = { account: of, sequence, position: 1, source_kind, source, invoice, amount };
  await books.applications.insert([{ ...common, applied_on: today, reversed_on: null }]);
  await books.invoices.addBalance(of, invoice, -amount);
  await books.applications.take(of, source_kind, source, amount);
}

/** Credits the last minutes of an entry on line 1 of an invoice. */
export async function credit(
  books: Books,
  sequence: number,
  invoice: string,
  of: string,
  how: {
    readonly minutes: number;
    readonly amount: number;
    readonly reason?: "rebill" | "waive";
    readonly voids?: boolean;
    readonly account?: string;
  },
) {
  const { minutes, amount, reason = "rebill", voids = false, account: owner = "acme" } = how;
  const slices = (await books.slices.ofLine(owner, invoice, 1)).filter((each) => each.entry === of);
  await books.invoices.creditLine(owner, invoice, 1, minutes, amount);
  const number = await books.numbers.next("credit-memo");
  const taken = slices.map((each) => ({ ...each, taken: minutes }));
  await books.slices.giveBack(taken, { credit_memo: number, reason, returned_on: today });
  const { trace: _, ...credited } = line(1, { minutes, amount, slices: [{ entry: of, minutes }] });
  const issued = memo(number, invoice, [credited], { reason, voids, account: owner });
  await books.creditMemos.insert(issued, amount);
  await apply(books, sequence, "credit-memo", number, invoice, amount, owner);
  return { ...issued, unapplied: 0 };
}

/** Opens minutes again that were credited. */
export async function reopen(books: Books, id: string, minutes: number, of = "acme"): Promise<void> {
  const before = await stored(books, id, of);
  await books.entries.update(before, { ...before, openMinutes: minutes, round: 1, roundFrom: 0, version: 2 });
}

/** An entry as it stands. */
export async function stored(books: Books, id: string, of = "acme"): Promise<EntryRecord> {
  const found = await books.entries.find(of, id);
  if (found === undefined) throw new Error(`there is no entry ${id}`);
  return found;
}
