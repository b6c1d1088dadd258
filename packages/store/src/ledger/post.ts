import {
  type Change,
  isSettling,
  isTakingBack,
  lengthOf,
  type Move,
  type Posting,
  PremiumDecision,
  type Settling,
  type TakingBack,
} from "@cimpro/domain";
import { allowances } from "../allowances.ts";
import { creditMemos } from "../credit-memos.ts";
import { deliverables } from "../deliverables.ts";
import type { Tx } from "../engines/database.ts";
import { entries } from "../entries.ts";
import { invoices } from "../invoices.ts";
import { applications, payments } from "../payments.ts";
import { register, type Told } from "../registers.ts";
import type { Head } from "../write.ts";
import { rowOfPlace } from "./minutes.ts";

/** One command's place in the journal of its account: money that it applies is counted within it. */
type Place = Pick<Head, "seq" | "closedThrough">;

interface Posted {
  readonly tx: Tx;
  readonly told: Told;
  readonly account: string;
  readonly head: Place;
  /** The position of the next application of money within the command. */
  nextPosition(): Promise<number>;
}

/**
 * Writes a decided change to the rows: the one place where time and money of an account are written. What a posting means
 * is the domain's (`after`); here it is the same, in rows.
 */
export async function postChange(tx: Tx, told: Told, account: string, head: Place, change: Change): Promise<void> {
  let position: number | undefined;
  const nextPosition = async (): Promise<number> => {
    position = (position ?? (await applications(tx).lastPosition(account, head.seq))) + 1;
    return position;
  };
  for (const posting of change) await write({ tx, told, account, head, nextPosition }, posting);
}

function write<T extends Posting["type"]>(posted: Posted, posting: Of<T>): Promise<unknown> {
  const writer = writers[posting.type as T] as (posted: Posted, posting: Of<T>) => Promise<unknown>;
  return writer(posted, posting);
}

type Of<T extends Posting["type"]> = Extract<Posting, { type: T }>;

const writers: { readonly [T in Posting["type"]]: (posted: Posted, posting: Of<T>) => Promise<unknown> } = {
  "time-recorded": ({ tx }, posting) => entries(tx).insert(posting.entries),
  "time-changed": ({ tx }, { before, after }) => entries(tx).update(before, after),
  "minutes-moved": async ({ tx, account }, { moves }) => {
    await tx.insertRows("slice", moves.filter(isSettling).map(sliceRow(account)));
    await tx.insertRows("returned_slice", moves.filter(isTakingBack).map(returnedRow(account)));
    await allowances(tx).freeze(account, usedOf(moves));
  },
  "waived-forgotten": ({ tx, account }, { entry }) =>
    tx.db
      .updateTable("returned_slice")
      .set({ reason: "rebill" })
      .where("account", "=", account)
      .where("entry", "=", entry)
      .execute(),
  "note-kept": ({ tx, account }, { entry, invoices: numbers, note }) =>
    tx.insertRows(
      "issued_note",
      numbers.map((invoice) => ({ account, invoice, entry, note })),
    ),
  "period-closed": async ({ tx, account, head }, { period, closedThrough, leftOpen }) => {
    await entries(tx).freezeBefore(account, period.end, leftOpen);
    head.closedThrough = closedThrough;
  },
  "premium-charged": ({ tx, account }, { slices }) =>
    tx.insertRows(
      "premium_slice",
      slices.map(({ entry, round, from, to, invoice, line, workedOn, chargedOn }) => ({
        account,
        entry,
        round,
        from_minute: from,
        to_minute: to,
        invoice,
        line,
        work_date: workedOn,
        frozen_on: chargedOn,
        credited_minutes: 0,
      })),
    ),
  "premium-credited": async ({ tx, account }, { slices }) => {
    for (const { entry, round, from, taken } of slices)
      await tx.db
        .updateTable("premium_slice")
        .set((eb) => ({ credited_minutes: eb("credited_minutes", "+", taken) }))
        .where("account", "=", account)
        .where("entry", "=", entry)
        .where("round", "=", round)
        .where("from_minute", "=", from)
        .execute();
  },
  "invoice-issued": ({ tx }, { invoice: { number, ...draft } }) => invoices(tx).insert(draft, number),
  "invoice-voided": ({ tx, account }, { invoice, creditMemo }) => invoices(tx).markVoided(account, invoice, creditMemo),
  "credit-memo-issued": ({ tx }, { memo }) => creditMemos(tx).insert(memo, memo.total),
  "line-credited": ({ tx, account }, { invoice, line, minutes, amount }) =>
    invoices(tx).creditLine(account, invoice, line, minutes, amount),
  "line-settled": ({ tx, account }, { invoice, line, ratePerHour, keptMinutes, amount }) =>
    tx.db
      .updateTable("invoice_line")
      .set((eb) => ({
        settled_rate: ratePerHour,
        kept_minutes: keptMinutes,
        credited_amount: eb("credited_amount", "+", amount),
      }))
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .where("line", "=", line)
      .execute(),
  "payment-recorded": ({ tx }, { payment }) => payments(tx).insert(payment),
  "payment-reversed": async ({ tx, account }, { payment, on }) => {
    const settled = await applications(tx).ofSource(account, "payment", [payment]);
    for (const each of settled)
      if (each.reversedOn === null) await invoices(tx).addBalance(account, each.invoice, each.amount);
    await applications(tx).reverse(account, payment, on);
    await payments(tx).markReversed(account, payment, on);
  },
  "money-applied": async ({ tx, account, head, nextPosition }, { kind, source, invoice, amount, on }) => {
    await applications(tx).insert([
      {
        account,
        sequence: head.seq,
        position: await nextPosition(),
        source_kind: kind,
        source,
        invoice,
        amount,
        applied_on: on,
        reversed_on: null,
      },
    ]);
    await invoices(tx).addBalance(account, invoice, -amount);
    await applications(tx).take(account, kind, source, amount);
  },
  "money-taken-back": async ({ tx, account }, { kind, source, invoice, amount, on, takenOn }) => {
    await applications(tx).takeBack(account, { kind, source, invoice, amount, on }, takenOn);
    await invoices(tx).addBalance(account, invoice, amount);
    await applications(tx).take(account, kind, source, -amount);
  },
  "allowance-bought": ({ tx }, { allowance, note, on }) => allowances(tx).insert({ allowance, note, validFrom: on }),
  "allowance-ended": ({ tx, account }, { allowance, lastMonth }) => allowances(tx).end(account, allowance, lastMonth),
  "hours-sold": ({ tx, account }, { allowance, month, invoice }) =>
    allowances(tx).insertSale(account, allowance, month, invoice),
  "hours-taken-back": ({ tx, account }, { invoice, minutes }) => allowances(tx).takeBack(account, invoice, minutes),
  "deliverable-changed": ({ tx, told }, { deliverable }) => deliverables(tx, told).put(deliverable),
  "premium-decided": ({ tx, told }, { decision }) =>
    register(tx, told, "premium_decision", PremiumDecision, ({ state, id, deliveredOn }) => ({
      state,
      about: id,
      on: deliveredOn,
    })).put(decision),
};

const spanRow = (account: string, { entry, round, from, to, workedOn }: Move) => ({
  account,
  entry,
  round,
  from_minute: from,
  to_minute: to,
  work_date: workedOn,
});

const sliceRow = (account: string) => (move: Settling) => ({
  ...spanRow(account, move),
  ...rowOfPlace(move.target),
  frozen_on: move.on,
});

const returnedRow = (account: string) => (move: TakingBack) => ({
  ...spanRow(account, move),
  ...rowOfPlace(move.source),
  credit_memo: move.creditMemo,
  reason: move.target.kind === "written-off" ? ("waive" as const) : ("rebill" as const),
  frozen_on: move.settledOn,
  returned_on: move.on,
});

/** What moves add to the use of each grant, or take from it. */
function usedOf(moves: readonly Move[]): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const move of moves) {
    const [place, minutes] = isSettling(move) ? [move.target, lengthOf(move)] : [move.source, -lengthOf(move)];
    if (place.kind === "allowance") used.set(place.grant, (used.get(place.grant) ?? 0) + minutes);
  }
  return used;
}
