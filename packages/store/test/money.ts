import {
  type EntryRecord,
  type InvoiceDraft,
  type SettledPlace,
  type Slice,
  type Taken,
  takingBack,
} from "@cimpro/domain";
import type { Books } from "../src/index.ts";
import type { PremiumSliceRow, SliceRow } from "../src/tables.ts";
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
  const slices = (await books.slices.ofEntries(owner, [of])).filter(
    ({ place }) => place.kind === "invoice" && place.invoice === invoice && place.line === 1,
  );
  await books.invoices.creditLine(owner, invoice, 1, minutes, amount);
  const number = await books.numbers.next("credit-memo");
  const taken = slices.map((each) => ({ ...each, taken: minutes }));
  await giveBack(books, taken, { creditMemo: number, reason }, owner);
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

const placeOf = ({ kind, grant_id, invoice, line: at }: SliceRow): SettledPlace =>
  kind === "allowance"
    ? { kind, grant: grant_id ?? "" }
    : kind === "invoice"
      ? { kind, invoice: invoice ?? "", line: at ?? 0 }
      : { kind };

const head = { seq: 1, closedThrough: null };

/** Settles minutes as rows say, whoever's they are. */
export async function settle(books: Books, ...rows: readonly SliceRow[]): Promise<void> {
  for (const row of rows) {
    const span = {
      entry: row.entry,
      round: row.round,
      from: row.from_minute,
      to: row.to_minute,
      workedOn: row.work_date,
    };
    const move = {
      ...span,
      source: { kind: "open" },
      target: placeOf(row),
      on: row.frozen_on,
      clause: "INV-1",
    } as const;
    await books.post(row.account, { ...head }, [{ type: "minutes-moved", moves: [move] }]);
  }
}

/** The slice of a row, all of it standing, with so much taken. */
export const takenOf = (row: SliceRow, taken: number): Taken<Slice> => ({
  entry: row.entry,
  round: row.round,
  from: row.from_minute,
  to: row.to_minute,
  workedOn: row.work_date,
  place: placeOf(row),
  settledOn: row.frozen_on,
  minutes: row.to_minute - row.from_minute,
  waivedMinutes: 0,
  taken,
});

/** Gives minutes of slices back, from the end of each. */
export async function giveBack(
  books: Books,
  slices: readonly Taken<Slice>[],
  {
    creditMemo = null,
    reason = "rebill",
    on = today,
  }: { readonly creditMemo?: string | null; readonly reason?: "rebill" | "waive"; readonly on?: string },
  of = "acme",
): Promise<void> {
  const target = reason === "rebill" ? ({ kind: "open" } as const) : ({ kind: "written-off" } as const);
  const moves = takingBack(slices, { target, on, clause: "INV-3", creditMemo });
  await books.post(of, { ...head }, [{ type: "minutes-moved", moves }]);
}

/** Charges a premium for minutes as rows say. */
export async function charge(books: Books, ...rows: readonly PremiumSliceRow[]): Promise<void> {
  for (const row of rows) {
    const { entry, round, invoice, line: at } = row;
    const span = { entry, round, from: row.from_minute, to: row.to_minute, workedOn: row.work_date };
    const slice = { ...span, invoice, line: at, chargedOn: row.frozen_on, minutes: row.to_minute - row.from_minute };
    await books.post(row.account, { ...head }, [{ type: "premium-charged", slices: [slice] }]);
  }
}
