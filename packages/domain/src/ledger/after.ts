import type { SettledSowMinutes } from "../deliverables/sow-work.ts";
import type { Invoice, InvoiceLine } from "../invoices/invoice.ts";
import type { LineRecord } from "../invoices/invoice-record.ts";
import type { AppliedMoney, MoneySource } from "../invoices/payment.ts";
import type { EntryRecord } from "../minutes/entry-record.ts";
import { isSettling, type Move, type TakingBack } from "../minutes/move.ts";
import type { SettledPlace } from "../minutes/place.ts";
import type { Slice } from "../minutes/slice.ts";
import { lengthOf } from "../minutes/span.ts";
import type { Minutes } from "../values/duration.ts";
import type { AccountBooks, InvoiceOnBooks, SowOnBooks } from "./books.ts";
import type { Change, Posting } from "./posting.ts";

/**
 * The books after a change: what a draft, a dry run, a test and a library user see, and what the rows of a database say
 * once the same change was written there. Never refuses: by now it is decided.
 */
export const after = (books: AccountBooks, change: Change): AccountBooks => change.reduce(afterOne, books);

const effects: { readonly [T in Posting["type"]]: (books: AccountBooks, posting: Of<T>) => AccountBooks } = {
  "time-recorded": (books, { entries }) => ({
    ...books,
    entries: new Map([...books.entries, ...entries.map((entry) => [entry.id, entry] as const)]),
    sows: withElsewhere(books.sows, [], entries),
  }),
  "time-changed": (books, { before, after: changed }) => ({
    ...books,
    entries: new Map(books.entries).set(changed.id, changed),
    sows: withElsewhere(books.sows, [before], [changed]),
  }),
  "minutes-moved": (books, { moves }) => ({
    ...books,
    slices: withMoves(books.slices, moves),
    frozen: withGrants(books.frozen, moves),
    sows: withSettled(books, moves.flatMap(countedMove)),
  }),
  "waived-forgotten": (books, { entry }) => ({
    ...books,
    slices: books.slices.map((slice) => (slice.entry === entry ? { ...slice, waivedMinutes: 0 } : slice)),
    sows: withSettled(
      books,
      books.slices
        .filter((slice) => slice.entry === entry)
        .flatMap(({ place, workedOn, waivedMinutes }) => counted(entry, workedOn, place, -waivedMinutes)),
    ),
  }),
  "note-kept": (books, { entry, invoices }) => ({
    ...books,
    keptNotes: [...books.keptNotes, ...invoices.map((invoice) => ({ entry, invoice }))],
  }),
  "period-closed": (books, { period: { end }, closedThrough, leftOpen }) => {
    const left = new Map(leftOpen.map((each) => [each.entry.id, each]));
    const entries = [...books.entries].map(([id, entry]): [string, EntryRecord] => {
      if (entry.openMinutes === 0 || entry.on >= end) return [id, entry];
      const { minutes = 0, deferredOn = entry.deferredOn } = left.get(id) ?? {};
      return [
        id,
        { ...entry, openMinutes: minutes, roundFrom: entry.roundFrom + entry.openMinutes - minutes, deferredOn },
      ];
    });
    return { ...books, closedThrough, entries: new Map(entries) };
  },
  "premium-charged": (books, { slices }) => ({ ...books, premiums: [...books.premiums, ...slices] }),
  "premium-credited": (books, { slices }) => ({
    ...books,
    premiums: books.premiums.map((premium) => {
      const credited = slices.find(
        ({ entry, round, from }) => entry === premium.entry && round === premium.round && from === premium.from,
      );
      return credited === undefined ? premium : { ...premium, minutes: premium.minutes - credited.taken };
    }),
  }),
  "invoice-issued": (books, { invoice }) => {
    const { number, kind } = invoice;
    const issued = invoiceAtIssue(invoice);
    return {
      ...books,
      invoices: new Map(books.invoices).set(number, issued),
      sows: issued.lines.reduce((sows, line) => withPremium(sows, line, line.minutes), books.sows),
      counters: kind === "opening" ? books.counters : { ...books.counters, invoice: books.counters.invoice + 1 },
    };
  },
  "invoice-voided": (books, { invoice, creditMemo }) =>
    withInvoice(books, invoice, (known) => ({ ...known, voidedBy: creditMemo })),
  "credit-memo-issued": (books, { memo: { number, invoice, issuedOn, total } }) => ({
    ...books,
    memos: [...books.memos, { number, invoice }],
    unapplied: [...books.unapplied, { kind: "credit-memo", source: number, on: issuedOn, amount: total }],
    counters: { ...books.counters, creditMemo: books.counters.creditMemo + 1 },
  }),
  "line-credited": (books, { invoice, line, minutes, amount }) => {
    const known = lineOn(books, invoice, line);
    const credited = withLine(books, invoice, line, (each) => ({
      ...each,
      creditedMinutes: each.creditedMinutes + minutes,
      creditedAmount: each.creditedAmount + amount,
    }));
    const sows = known === undefined ? books.sows : withPremium(books.sows, known, -minutes);
    return { ...credited, sows: sows.map((facts) => withDepositCredited(facts, invoice, amount)) };
  },
  "line-settled": (books, { invoice, line, ratePerHour, keptMinutes, amount }) => {
    const known = lineOn(books, invoice, line);
    const settled = withLine(books, invoice, line, (each) => ({
      ...each,
      creditedAmount: each.creditedAmount + amount,
      settled: { ratePerHour, keptMinutes },
    }));
    if (known === undefined) return settled;
    return { ...settled, sows: withPremium(books.sows, known, known.creditedMinutes - known.minutes) };
  },
  "payment-recorded": (books, { payment }) => ({
    ...books,
    payments: new Map(books.payments).set(payment.id, payment),
    unapplied: [...books.unapplied, { kind: "payment", source: payment.id, on: payment.on, amount: payment.unapplied }],
  }),
  "payment-reversed": (books, { payment, on }) => {
    const taken = books.applied.filter(({ kind, source }) => kind === "payment" && source === payment);
    const known = books.payments.get(payment);
    const reversed: AccountBooks = {
      ...books,
      payments:
        known === undefined
          ? books.payments
          : new Map(books.payments).set(payment, { ...known, unapplied: 0, reversedOn: on }),
      unapplied: books.unapplied.filter(({ kind, source }) => kind !== "payment" || source !== payment),
      applied: books.applied.filter((each) => !taken.includes(each)),
    };
    return taken.reduce((left, { invoice, amount }) => withBalance(left, invoice, amount), reversed);
  },
  "money-applied": (books, { type: _type, ...money }) => {
    const applied = withBalance(books, money.invoice, -money.amount);
    return { ...applied, applied: [...books.applied, money], ...withTaken(books, money, money.amount) };
  },
  "money-taken-back": (books, { type: _type, takenOn: _on, ...money }) => {
    const at = books.applied.findLastIndex((each) => isSame(each, money));
    const free = withBalance(books, money.invoice, money.amount);
    const applied = books.applied.filter((_each, index) => index !== at);
    return { ...free, applied, ...withTaken(books, money, -money.amount) };
  },
  "allowance-bought": (books, { allowance }) => ({ ...books, allowances: [...books.allowances, allowance] }),
  "allowance-ended": (books, { allowance, lastMonth }) => ({
    ...books,
    allowances: books.allowances.map((each) =>
      each.id === allowance && each.kind === "monthly" ? { ...each, lastMonth } : each,
    ),
  }),
  "hours-sold": (books, { allowance, month, invoice }) => {
    const settled = books.invoices.get(invoice)?.balance === 0;
    return { ...books, sales: [...books.sales, { allowance, month, invoice, settled, returnedMinutes: 0 }] };
  },
  "hours-taken-back": (books, { invoice, minutes }) => ({
    ...books,
    sales: books.sales.map((sale) =>
      sale.invoice === invoice ? { ...sale, returnedMinutes: sale.returnedMinutes + minutes } : sale,
    ),
  }),
  "deliverable-changed": (books, { deliverable }) => ({
    ...books,
    deliverables: new Map(books.deliverables).set(deliverable.id, deliverable),
  }),
  "premium-decided": (books, { decision }) => ({
    ...books,
    sows: books.sows.map((facts) => (facts.sow.deliverable === decision.id ? { ...facts, decision } : facts)),
  }),
};

type Of<T extends Posting["type"]> = Extract<Posting, { type: T }>;

function afterOne<T extends Posting["type"]>(books: AccountBooks, posting: Of<T>): AccountBooks {
  const effect = effects[posting.type as T] as (books: AccountBooks, posting: Of<T>) => AccountBooks;
  return effect(books, posting);
}

// Minutes

function withMoves(slices: readonly Slice[], moves: readonly Move[]): readonly Slice[] {
  const fresh = moves
    .filter(isSettling)
    .map(({ source: _source, target: place, on: settledOn, clause: _clause, ...span }) => ({
      ...span,
      place,
      settledOn,
      minutes: lengthOf(span),
      waivedMinutes: 0,
    }));
  const back = Map.groupBy(
    moves.filter((move) => !isSettling(move)),
    ({ entry, round }) => `${entry} ${round}`,
  );
  const standing = slices.map((slice) => {
    const taken = (back.get(`${slice.entry} ${slice.round}`) ?? []).filter(
      ({ from }) => from >= slice.from && from < slice.to,
    );
    const waived = taken.filter(({ target }) => target.kind === "written-off");
    return taken.length === 0
      ? slice
      : {
          ...slice,
          minutes: slice.minutes - total(taken),
          waivedMinutes: slice.waivedMinutes + total(waived),
        };
  });
  return [...standing, ...fresh];
}

const total = (spans: readonly Move[]): Minutes => spans.reduce((sum, span) => sum + lengthOf(span), 0);

/** What is used of a grant are the minutes that were settled on it and not taken back (ALW-6). */
function withGrants(frozen: AccountBooks["frozen"], moves: readonly Move[]): AccountBooks["frozen"] {
  const used = new Map(frozen);
  const add = (place: Move["source"] | Move["target"], minutes: Minutes): void => {
    if (place.kind === "allowance") used.set(place.grant, (used.get(place.grant) ?? 0) + minutes);
  };
  for (const move of moves) {
    add(move.target, lengthOf(move));
    add(move.source, -lengthOf(move));
  }
  return used;
}

/** Minutes that begin or cease to count toward the approved total of their deliverable (DLV-5). */
type Counted = SettledSowMinutes & { readonly entry: string };

const counted = (entry: string, on: string, { kind }: SettledPlace, minutes: Minutes): readonly Counted[] =>
  kind === "written-off" || minutes === 0 ? [] : [{ entry, on, place: kind, minutes }];

/** What was waived was worked within the approved total all the same. */
function countedMove(move: Move): readonly Counted[] {
  if (isSettling(move)) return counted(move.entry, move.workedOn, move.target, lengthOf(move));
  return countsStill(move) ? [] : counted(move.entry, move.workedOn, move.source, -lengthOf(move));
}

const countsStill = ({ target }: TakingBack): boolean => target.kind === "written-off";

function withSettled(books: AccountBooks, counts: readonly Counted[]): readonly SowOnBooks[] {
  if (counts.length === 0 || books.sows.length === 0) return books.sows;
  const own = Map.groupBy(counts, ({ entry }) => books.entries.get(entry)?.deliverable ?? null);
  return books.sows.map((facts) => ({ ...facts, settled: added(facts.settled, own.get(facts.sow.deliverable) ?? []) }));
}

/** Time that another system invoiced counts toward the approved total too (DLV-5). */
function withElsewhere(
  sows: readonly SowOnBooks[],
  before: readonly EntryRecord[],
  changed: readonly EntryRecord[],
): readonly SowOnBooks[] {
  const elsewhere = (
    entries: readonly EntryRecord[],
    deliverable: string,
    sign: 1 | -1,
  ): readonly SettledSowMinutes[] =>
    entries
      .filter((each) => each.settledElsewhere && each.reversedOn === null && each.deliverable === deliverable)
      .map(({ on, minutes }) => ({ on, place: "settled-elsewhere", minutes: sign * minutes }));
  return sows.map((facts) => {
    const { deliverable } = facts.sow;
    const moved = [...elsewhere(before, deliverable, -1), ...elsewhere(changed, deliverable, 1)];
    return moved.length === 0 ? facts : { ...facts, settled: added(facts.settled, moved) };
  });
}

function added(
  settled: readonly SettledSowMinutes[],
  more: readonly SettledSowMinutes[],
): readonly SettledSowMinutes[] {
  if (more.length === 0) return settled;
  const sums = new Map<string, SettledSowMinutes>();
  for (const { on, place, minutes } of [...settled, ...more]) {
    const key = `${on} ${place}`;
    sums.set(key, { on, place, minutes: (sums.get(key)?.minutes ?? 0) + minutes });
  }
  return [...sums.values()].filter(({ minutes }) => minutes !== 0);
}

// Documents and money

const invoiceAtIssue = (invoice: Invoice): InvoiceOnBooks => ({
  account: invoice.account,
  number: invoice.number,
  kind: invoice.kind,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  period: invoice.period,
  currency: invoice.currency,
  total: invoice.total,
  balance: invoice.total,
  suspended: false,
  voidedBy: null,
  lines: invoice.lines.map(lineAtIssue),
});

const lineAtIssue = (line: InvoiceLine): LineRecord => ({
  line: line.line,
  kind: line.kind,
  deliverable: line.deliverable ?? null,
  allowance: line.allowance ?? null,
  minutes: line.minutes,
  ratePerHour: line.ratePerHour,
  amount: line.amount,
  creditedMinutes: 0,
  creditedAmount: 0,
  settled: null,
});

const lineOn = (books: AccountBooks, invoice: string, line: number): LineRecord | undefined =>
  books.invoices.get(invoice)?.lines.find((each) => each.line === line);

function withInvoice(
  books: AccountBooks,
  number: string,
  changed: (invoice: InvoiceOnBooks) => InvoiceOnBooks,
): AccountBooks {
  const known = books.invoices.get(number);
  return known === undefined ? books : { ...books, invoices: new Map(books.invoices).set(number, changed(known)) };
}

const withLine = (
  books: AccountBooks,
  number: string,
  at: number,
  changed: (line: LineRecord) => LineRecord,
): AccountBooks =>
  withInvoice(books, number, (invoice) => ({
    ...invoice,
    lines: invoice.lines.map((line) => (line.line === at ? changed(line) : line)),
  }));

/** Hours are usable or wait for their payment by the balance of the invoice that sold them (ALW-3). */
function withBalance(books: AccountBooks, number: string, amount: number): AccountBooks {
  const changed = withInvoice(books, number, (invoice) => ({ ...invoice, balance: invoice.balance + amount }));
  const settled = changed.invoices.get(number)?.balance === 0;
  return {
    ...changed,
    sales: books.sales.map((sale) => (sale.invoice === number ? { ...sale, settled } : sale)),
  };
}

function withTaken(
  books: AccountBooks,
  { kind, source }: MoneySource,
  amount: number,
): Pick<AccountBooks, "unapplied" | "payments"> {
  const payment = kind === "payment" ? books.payments.get(source) : undefined;
  return {
    unapplied: books.unapplied.map((each) =>
      each.kind === kind && each.source === source ? { ...each, amount: each.amount - amount } : each,
    ),
    payments:
      payment === undefined
        ? books.payments
        : new Map(books.payments).set(source, { ...payment, unapplied: payment.unapplied - amount }),
  };
}

const isSame = (one: AppliedMoney, other: AppliedMoney): boolean =>
  one.kind === other.kind &&
  one.source === other.source &&
  one.invoice === other.invoice &&
  one.amount === other.amount &&
  one.on === other.on;

const withDepositCredited = (facts: SowOnBooks, invoice: string, amount: number): SowOnBooks =>
  facts.sow.depositInvoice === invoice ? { ...facts, depositCredited: facts.depositCredited + amount } : facts;

/** Minutes at the full premium on lines that no settlement has lowered (LEAD-5). */
const withPremium = (sows: readonly SowOnBooks[], line: LineRecord, minutes: Minutes): readonly SowOnBooks[] =>
  line.kind !== "premium" || line.settled !== null
    ? sows
    : sows.map((facts) => {
        const { sow, keptSinceMinutes } = facts;
        const full = sow.leadTime === "standard" ? null : sow.premiums[sow.leadTime];
        return sow.deliverable === line.deliverable && line.ratePerHour === full
          ? { ...facts, keptSinceMinutes: keptSinceMinutes + minutes }
          : facts;
      });
