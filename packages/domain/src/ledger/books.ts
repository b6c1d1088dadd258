import type { Allowance, GrantSale } from "../allowances/purchase.ts";
import type { BillingFacts } from "../billing/facts.ts";
import type { FrozenUse } from "../cover/pool.ts";
import type { Deliverable } from "../deliverables/deliverable.ts";
import { type SowFacts, type SowWork, sowWorkFrom } from "../deliverables/sow-work.ts";
import type { InvoiceRecord, LineRecord } from "../invoices/invoice-record.ts";
import type { Party } from "../invoices/party.ts";
import type { AppliedMoney, PaymentRecord, Unapplied } from "../invoices/payment.ts";
import type { EntryRecord } from "../minutes/entry-record.ts";
import type { PremiumSlice } from "../minutes/premium-slice.ts";
import type { Slice } from "../minutes/slice.ts";
import type { Day } from "../values/day.ts";

/** An issued invoice with its lines as they stand. */
export interface InvoiceOnBooks extends InvoiceRecord {
  readonly lines: readonly LineRecord[];
}

/** A sale of pre-paid hours and the invoice that made it. */
export interface SaleOnBooks extends GrantSale {
  readonly invoice: string;
}

/**
 * The books of one account as a decision sees them: all of them, or as much as the decision looks at (open entries before a
 * day, the slices of the line that is credited). What is not in them is as if it were not there, so whoever loads them
 * must know what a decision needs; each decision says so.
 */
export interface AccountBooks {
  readonly account: string;
  readonly party: Party;
  /** The account's own grid; null takes the policy's (INV-1). */
  readonly billingAnchor: Day | null;
  /** The first day no run has closed yet; null before the first run (INV-1). */
  readonly closedThrough: Day | null;
  readonly entries: ReadonlyMap<string, EntryRecord>;
  /** Oldest work first within each line. */
  readonly slices: readonly Slice[];
  readonly premiums: readonly PremiumSlice[];
  /** In order of purchase. */
  readonly allowances: readonly Allowance[];
  readonly sales: readonly SaleOnBooks[];
  /** Minutes that were settled on each grant. */
  readonly frozen: FrozenUse;
  readonly invoices: ReadonlyMap<string, InvoiceOnBooks>;
  readonly payments: ReadonlyMap<string, PaymentRecord>;
  /** Account credit, in order of recording. */
  readonly unapplied: readonly Unapplied[];
  /** Money put against invoices, in order; what was taken back is no longer among it. */
  readonly applied: readonly AppliedMoney[];
  /** Which invoice each credit memo corrects. */
  readonly memos: readonly { readonly number: string; readonly invoice: string }[];
  readonly deliverables: ReadonlyMap<string, Deliverable>;
  /** The approved SOWs of those deliverables, each with its records and sums, but for the deliverable itself. */
  readonly sows: readonly SowOnBooks[];
  /** Invoices that keep the note of an entry as it was when they were issued, because it was put right later. */
  readonly keptNotes: readonly { readonly entry: string; readonly invoice: string }[];
  /** The last numbers that were given (INV-3). */
  readonly counters: { readonly invoice: number; readonly creditMemo: number };
}

/** An approved SOW with all that its money and minutes follow from. */
export type SowOnBooks = Omit<SowFacts, "deliverable">;

/** What billing needs to know of each deliverable with an approved SOW that has SOW time still (DLV-3). */
export const sowWorkOn = (books: AccountBooks): readonly SowWork[] =>
  books.sows.flatMap((facts) => {
    const deliverable = books.deliverables.get(facts.sow.deliverable);
    const work = deliverable === undefined ? null : sowWorkFrom({ ...facts, deliverable });
    return work === null ? [] : [work];
  });

/** What a billing run is told of the books; its entries are those dated before `end`, or all of them. */
export function billingFactsOn(books: AccountBooks, end: Day | null = null): BillingFacts {
  const open = [...books.entries.values()].filter(
    ({ openMinutes, on }) => openMinutes > 0 && (end === null || on < end),
  );
  return {
    account: books.account,
    party: books.party,
    billingAnchor: books.billingAnchor,
    closedThrough: books.closedThrough,
    entries: open.toSorted(byWorkDate).map(({ id, on, deliverable, openMinutes, deferredOn, round, roundFrom }) => ({
      id,
      on,
      deliverable,
      minutes: openMinutes,
      deferredOn,
      round,
      roundFrom,
    })),
    allowances: books.allowances,
    sales: books.sales,
    frozen: books.frozen,
    sowWork: sowWorkOn(books),
    accountCredit: books.unapplied.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** By work date, then in order of first recording (ALW-5). */
const byWorkDate = (a: EntryRecord, b: EntryRecord): number =>
  a.on === b.on ? a.sequence - b.sequence : a.on < b.on ? -1 : 1;

/** Empty books of an account. */
export const emptyBooks = (account: string, party: Party, billingAnchor: Day | null = null): AccountBooks => ({
  account,
  party,
  billingAnchor,
  closedThrough: null,
  entries: new Map(),
  slices: [],
  premiums: [],
  allowances: [],
  sales: [],
  frozen: new Map(),
  invoices: new Map(),
  payments: new Map(),
  unapplied: [],
  applied: [],
  memos: [],
  deliverables: new Map(),
  sows: [],
  keptNotes: [],
  counters: { invoice: 0, creditMemo: 0 },
});
