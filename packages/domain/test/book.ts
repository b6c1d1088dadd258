import type { Grant } from "../src/allowances/grants.ts";
import { grantsOf } from "../src/allowances/grants.ts";
import type { Allowance, GrantSale } from "../src/allowances/purchase.ts";
import { draftAllowanceInvoice } from "../src/billing/draft.ts";
import type { BillingFacts } from "../src/billing/facts.ts";
import { closeNextPeriod, invoiceMonth, monthsToInvoice, type RunContext } from "../src/billing/step.ts";
import type { RunTerms } from "../src/billing/terms.ts";
import { type MinuteAccount, noMinutes } from "../src/cover/conservation.ts";
import type { FrozenUse } from "../src/cover/pool.ts";
import { type CoverAnswer, coverTime } from "../src/cover/waterfall.ts";
import { applyAmount } from "../src/invoices/apply.ts";
import type { SliceRef } from "../src/invoices/charge.ts";
import {
  type CreditableLine,
  type CreditMemo,
  type CreditReason,
  creditAmount,
  creditMemoNumber,
  lastMinutes,
} from "../src/invoices/credit-memo.ts";
import { type Invoice, type InvoiceDraft, type InvoiceLine, invoiceNumber } from "../src/invoices/invoice.ts";
import type { InvoiceHistory } from "../src/invoices/standing.ts";
import { addMonths, type Day, type Month, monthOf } from "../src/values/day.ts";
import { facts as noFacts, runContext } from "./samples.ts";

/** What someone worked, as first recorded. */
export interface Worked {
  readonly id: string;
  readonly on: Day;
  readonly minutes: number;
  readonly deliverable: string | null;
}

/** Money that came in: a payment, or a credit memo. */
interface Source {
  readonly id: string;
  readonly amount: number;
}

interface Applied {
  readonly source: string;
  readonly invoice: string;
  readonly on: Day;
  /** Negative when a reversal took it back. */
  readonly amount: number;
}

/**
 * The books of one account in memory: a model to chain runs, late entries, credits and payments in tests. Every minute
 * and cent is moved by what the domain answered, never derived from the others, so that sums can prove something.
 */
export interface Book {
  readonly terms: RunTerms;
  readonly closedThrough: Day | null;
  readonly closedPeriods: number;
  /** The spans of days that runs have closed. */
  readonly closed: readonly { readonly account: string; readonly start: Day; readonly end: Day }[];
  /** In order of first recording. */
  readonly worked: readonly Worked[];
  readonly open: ReadonlyMap<string, number>;
  readonly deferred: ReadonlyMap<string, string>;
  readonly writtenOff: ReadonlyMap<string, number>;
  /** What runs froze on grants. */
  readonly covered: readonly (SliceRef & { readonly grant: string })[];
  readonly allowances: readonly Allowance[];
  readonly invoices: readonly Invoice[];
  readonly memos: readonly CreditMemo[];
  readonly payments: readonly (Source & { readonly reversed: boolean })[];
  readonly applied: readonly Applied[];
  /** Account credit, by where it came from, oldest first (INV-6). */
  readonly credit: readonly Source[];
}

export const openBook = (terms: RunTerms): Book => ({
  terms,
  closedThrough: null,
  closedPeriods: 0,
  closed: [],
  worked: [],
  open: new Map(),
  deferred: new Map(),
  writtenOff: new Map(),
  covered: [],
  allowances: [],
  invoices: [],
  memos: [],
  payments: [],
  applied: [],
  credit: [],
});

// Time and allowances

export const log = (book: Book, work: Worked): Book => ({
  ...book,
  worked: [...book.worked, work],
  open: raised(book.open, [{ entry: work.id, minutes: work.minutes }]),
});

export function writeOff(book: Book, entry: string, minutes: number): Book {
  const part = [{ entry, minutes: Math.min(minutes, book.open.get(entry) ?? 0) }];
  return { ...book, open: lowered(book.open, part), writtenOff: raised(book.writtenOff, part) };
}

/** Takes an entry back: invoiced minutes are credited, covered ones return to their own grant (INV-3). */
export function reverse(book: Book, entry: string, today: Day): Book {
  const credited = book.invoices
    .flatMap((invoice) => invoice.lines.map((line) => ({ invoice, line })))
    .reduce((left, { invoice, line }) => {
      const own = slicesLeft(left, invoice.number, line).filter((slice) => slice.entry === entry);
      return own.length === 0 ? left : creditSlices(left, invoice, line, own, minutesIn(own), "rebill", today);
    }, book);
  const without = (minutes: ReadonlyMap<string, number>) => new Map([...minutes].filter(([id]) => id !== entry));
  return {
    ...credited,
    worked: credited.worked.filter(({ id }) => id !== entry),
    open: without(credited.open),
    writtenOff: without(credited.writtenOff),
    covered: credited.covered.filter((slice) => slice.entry !== entry),
  };
}

/** Buys pre-paid hours; unless they are an opening balance, a lump sum or first month is invoiced at once (ALW-3, ALW-4). */
export function buy(book: Book, allowance: Allowance, today: Day): Book {
  const bought = { ...book, allowances: [...book.allowances, allowance] };
  if (allowance.opening) return bought;
  const { from, terms } = contextOf(book, today, today);
  const month = allowance.kind === "lump-sum" ? null : allowance.firstMonth;
  const { account, party } = noFacts();
  return issue(bought, draftAllowanceInvoice(allowance, month, { account, from, to: party, issuedOn: today, terms }));
}

/** Lets a monthly purchase end with a month, unless a later one is invoiced already (ALW-4). */
export function endMonthly(book: Book, id: string, lastMonth: Month): Book {
  if (salesOf(book).some(({ allowance, month }) => allowance === id && month !== null && month > lastMonth))
    return book;
  const ended = (allowance: Allowance): Allowance =>
    allowance.id === id && allowance.kind === "monthly" ? { ...allowance, lastMonth } : allowance;
  return { ...book, allowances: book.allowances.map(ended) };
}

// Runs

export const contextOf = (book: Book, through: Day, today: Day): RunContext =>
  runContext({ terms: book.terms, through, today });

/** What the domain is told of the books. */
export function factsOf(book: Book): BillingFacts {
  const entries = book.worked
    .map(({ id, on, deliverable }) => ({
      id,
      on,
      deliverable,
      minutes: book.open.get(id) ?? 0,
      deferredOn: book.deferred.get(id) ?? null,
    }))
    .filter(({ minutes }) => minutes > 0)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return {
    ...noFacts({ closedThrough: book.closedThrough, entries, allowances: book.allowances }),
    sales: salesOf(book),
    frozen: frozenOf(book),
  };
}

/** One transaction of a run, or null when there is nothing to do through that day. */
export function step(book: Book, through: Day, today: Day): Book | null {
  const facts = factsOf(book);
  const context = contextOf(book, through, today);
  const month = monthsToInvoice(facts.allowances, facts.sales, through).toSorted((a, b) =>
    a.month === b.month ? a.sequence - b.sequence : a.month < b.month ? -1 : 1,
  )[0];
  const sold = book.allowances.find(({ id }) => id === month?.allowance);
  if (month !== undefined && sold !== undefined) return issue(book, invoiceMonth(facts, sold, month.month, context));
  const closed = closeNextPeriod(facts, context);
  if (closed === null) return null;
  const covered = closed.allocations.flatMap(({ entry, allowance }) =>
    allowance.map(({ grant, minutes }) => ({ entry: entry.id, grant, minutes })),
  );
  const slices = (closed.invoice?.lines ?? []).flatMap((line) => line.slices);
  const deferred = closed.allocations
    .filter((each) => each.deferred > 0)
    .map(({ entry }) => [entry.id, context.today] as const);
  const frozen = {
    ...book,
    closedThrough: closed.closedThrough,
    closedPeriods: book.closedPeriods + closed.periods,
    closed: [...book.closed, { account: facts.account, start: closed.period.start, end: closed.closedThrough }],
    open: lowered(book.open, [...covered, ...slices]),
    covered: [...book.covered, ...covered],
    deferred: new Map([...book.deferred, ...deferred]),
  };
  return closed.invoice === null ? frozen : issue(frozen, closed.invoice);
}

export function run(book: Book, through: Day, today: Day): Book {
  const next = step(book, through, today);
  return next === null ? book : run(next, through, today);
}

function issue(book: Book, draft: InvoiceDraft): Book {
  const invoice = { number: invoiceNumber(book.invoices.length + 1), ...draft };
  const issued: Book = { ...book, invoices: [...book.invoices, invoice], credit: [] };
  const settled = book.credit.reduce((left, source) => settle(left, source, draft.issuedOn), issued);
  const standingPayment = book.allowances.some(({ id, paid }) => paid && id === draft.lines[0]?.allowance);
  const owed = balanceOf(settled, invoice.number);
  return standingPayment && owed > 0
    ? pay(settled, `paid-${invoice.number}`, owed, draft.issuedOn, invoice.number)
    : settled;
}

// Credits

/** Credits the latest minutes of a line; a credit that the line or the grant cannot bear leaves the books as they are (INV-3). */
export function credit(
  book: Book,
  number: string,
  lineNumber: number,
  minutes: number,
  reason: CreditReason,
  today: Day,
): Book {
  const invoice = book.invoices.find((each) => each.number === number);
  const line = invoice?.lines.find((each) => each.line === lineNumber);
  if (invoice === undefined || line === undefined) return book;
  if (line.kind === "allowance" && reason === "rebill" && minutes > unusedOf(book, invoice)) return book;
  const slices = lastMinutes(slicesLeft(book, number, line), minutes);
  const taken = slices.map((slice) => ({ entry: slice.entry, minutes: slice.taken }));
  return creditSlices(book, invoice, line, taken, minutes, reason, today);
}

/** Credits all that is left of every line. */
export function voidInvoice(book: Book, number: string, reason: CreditReason, today: Day): Book {
  const lines = book.invoices.find((invoice) => invoice.number === number)?.lines ?? [];
  return lines.reduce(
    (left, line) => credit(left, number, line.line, lineLeft(left, number, line).minutes, reason, today),
    book,
  );
}

function creditSlices(
  book: Book,
  invoice: Invoice,
  line: InvoiceLine,
  slices: readonly SliceRef[],
  minutes: number,
  reason: CreditReason,
  today: Day,
): Book {
  const amount = creditAmount(lineLeft(book, invoice.number, line), minutes);
  if (!amount.ok) return book;
  const { kind, ratePerHour } = line;
  const memo: CreditMemo = {
    number: creditMemoNumber(book.memos.length + 1),
    account: invoice.account,
    invoice: invoice.number,
    issuedOn: today,
    reason,
    note: "",
    voids: false,
    currency: invoice.currency,
    lines: [{ line: line.line, kind, minutes, ratePerHour, amount: amount.value, clauses: ["INV-3"], slices }],
    total: amount.value,
  };
  const returned =
    reason === "rebill"
      ? { ...book, open: raised(book.open, slices) }
      : { ...book, writtenOff: raised(book.writtenOff, slices) };
  const source = { id: memo.number, amount: memo.total };
  return settle({ ...returned, memos: [...returned.memos, memo] }, source, today, invoice.number);
}

/** What a line still stands for, after the credits so far. */
export function lineLeft(
  book: Book,
  invoice: string,
  { line, minutes, ratePerHour, amount }: InvoiceLine,
): CreditableLine {
  const credits = creditsOf(book, invoice, line);
  return {
    invoice,
    line,
    ratePerHour,
    minutes: minutes - minutesIn(credits),
    amount: amount - credits.reduce((sum, each) => sum + each.amount, 0),
  };
}

export const creditsOf = (book: Book, invoice: string, line: number) =>
  book.memos
    .filter((memo) => memo.invoice === invoice)
    .flatMap((memo) => memo.lines.filter((each) => each.line === line));

function slicesLeft(book: Book, invoice: string, line: InvoiceLine): readonly SliceRef[] {
  const credited = creditsOf(book, invoice, line.line).flatMap((each) => each.slices);
  return line.slices
    .map(({ entry, minutes }) => ({
      entry,
      minutes: minutes - minutesIn(credited.filter((slice) => slice.entry === entry)),
    }))
    .filter(({ minutes }) => minutes > 0);
}

/** Minutes of the grant an invoice sold that no run has used, in its month or rolled over. */
function unusedOf(book: Book, invoice: Invoice): number {
  const allowance = invoice.lines[0]?.allowance;
  const month = invoice.period === null ? null : monthOf(invoice.period.start);
  const own = month === null ? [allowance] : [`${allowance}/${month}`, `${allowance}/${addMonths(month, 1)}+`];
  const used = minutesIn(book.covered.filter(({ grant }) => own.includes(grant)));
  return minutesIn(invoice.lines.map((line) => lineLeft(book, invoice.number, line))) - used;
}

// Payments

export const pay = (book: Book, id: string, amount: number, today: Day, named: string | null = null): Book =>
  settle({ ...book, payments: [...book.payments, { id, amount, reversed: false }] }, { id, amount }, today, named);

/** Takes a payment back wherever it was applied to, and what is left of it as account credit. */
export function reversePayment(book: Book, id: string, today: Day): Book {
  const takenBack = book.applied
    .filter(({ source }) => source === id)
    .map((each) => ({ ...each, on: today, amount: -each.amount }));
  return {
    ...book,
    payments: book.payments.map((payment) => (payment.id === id ? { ...payment, reversed: true } : payment)),
    applied: [...book.applied, ...takenBack],
    credit: book.credit.filter((source) => source.id !== id),
  };
}

function settle(book: Book, source: Source, today: Day, named: string | null = null): Book {
  const invoices = book.invoices.map(({ number, issuedOn }) => ({
    number,
    issuedOn,
    balance: balanceOf(book, number),
    suspended: false,
  }));
  const { applications, unapplied } = applyAmount(source.amount, invoices, named);
  const applied = applications.map((each) => ({ ...each, source: source.id, on: today }));
  const left = unapplied === 0 ? [] : [{ id: source.id, amount: unapplied }];
  return { ...book, applied: [...book.applied, ...applied], credit: [...book.credit, ...left] };
}

// Answers

export function balanceOf(book: Book, number: string): number {
  const total = book.invoices.find((invoice) => invoice.number === number)?.total ?? 0;
  return book.applied.reduce((left, each) => (each.invoice === number ? left - each.amount : left), total);
}

export const historiesOf = (book: Book): readonly InvoiceHistory[] =>
  book.invoices.map(({ number, issuedOn, total }) => ({
    number,
    issuedOn,
    total,
    applied: book.applied.filter(({ invoice }) => invoice === number),
    suspensions: [],
  }));

export const salesOf = (book: Book): readonly GrantSale[] =>
  book.invoices
    .filter(({ kind }) => kind === "allowance")
    .map(({ number, period, lines }) => ({
      allowance: lines[0]?.allowance ?? "",
      month: period === null ? null : monthOf(period.start),
      settled: balanceOf(book, number) === 0,
      returnedMinutes: minutesIn(
        book.memos.filter((memo) => memo.invoice === number && memo.reason === "rebill").flatMap((memo) => memo.lines),
      ),
    }));

export function frozenOf(book: Book): FrozenUse {
  const frozen = new Map<string, number>();
  for (const { grant, minutes } of book.covered) frozen.set(grant, (frozen.get(grant) ?? 0) + minutes);
  return frozen;
}

export const grantsIn = (book: Book, through: Day): readonly Grant[] =>
  grantsOf(book.allowances, salesOf(book), book.terms.allowances, through);

/** The cover that the open time would have, and the use of every grant, at the end of a day. */
export const coverOf = (book: Book, through: Day): CoverAnswer =>
  coverTime({
    open: factsOf(book).entries.filter(({ on }) => on <= through),
    grants: grantsIn(book, through),
    frozen: frozenOf(book),
    rolloverCapMinutes: book.terms.allowances.rolloverCapMinutes,
    through,
  });

/** Where one entry's minutes are, or those of all (ALW-8). */
export function minutesOf(book: Book, entry: string | null = null): MinuteAccount {
  const own = <T extends SliceRef>(slices: readonly T[]): number =>
    minutesIn(entry === null ? slices : slices.filter((slice) => slice.entry === entry));
  const slices = (minutes: ReadonlyMap<string, number>) =>
    [...minutes].map(([id, each]) => ({ entry: id, minutes: each }));
  return {
    ...noMinutes,
    worked: own(book.worked.map(({ id, minutes }) => ({ entry: id, minutes }))),
    allowance: own(book.covered),
    invoiced:
      own(book.invoices.flatMap(({ lines }) => lines.flatMap((line) => line.slices))) -
      own(book.memos.flatMap(({ lines }) => lines.flatMap((line) => line.slices))),
    writtenOff: own(slices(book.writtenOff)),
    open: own(slices(book.open)),
  };
}

export const minutesIn = (parts: readonly { readonly minutes: number }[]): number =>
  parts.reduce((sum, { minutes }) => sum + minutes, 0);

const raised = (minutes: ReadonlyMap<string, number>, parts: readonly SliceRef[]): ReadonlyMap<string, number> => {
  const sums = new Map(minutes);
  for (const part of parts) sums.set(part.entry, (sums.get(part.entry) ?? 0) + part.minutes);
  return sums;
};

const lowered = (minutes: ReadonlyMap<string, number>, parts: readonly SliceRef[]): ReadonlyMap<string, number> =>
  raised(
    minutes,
    parts.map(({ entry, minutes: part }) => ({ entry, minutes: -part })),
  );
