import type { Books } from "@cimpro/store";
import { expect } from "vitest";
import type { Practice } from "../practice.ts";
import { monthOf } from "./calendar.ts";
import { depositCost, depositLeft, depositMinutes, grantsOf, outlook } from "./cover-model.ts";
import { balanceOf, isStopped, stoppedSince } from "./money-model.ts";
import { type Account, approvedMinutes, approvedSow, type PracticeModel, standing, total } from "./practice-model.ts";

/** What was sealed, and how far the journal had come, after the commands so far. */
export interface Kept {
  /** Documents that may never change, by what they are. */
  readonly sealed: Map<string, string>;
  readonly heads: Map<string, { readonly seq: number; readonly hash: string }>;
  /** Decisions on premiums that were taken. */
  readonly decided: Map<string, string>;
}

export const nothingKept = (): Kept => ({ sealed: new Map(), heads: new Map(), decided: new Map() });

/** The whole practice, as the model has it, as its books have it, after each command. */
export async function compare(model: PracticeModel, practice: Practice, kept: Kept): Promise<void> {
  const api = practice.local();
  const verified = await api.books.verify.query();
  expect(verified).toMatchObject({ ok: true, problems: [] });
  for (const account of model.accounts) {
    const shown = await api.account.show.query({ account: account.id });
    expect(figuresOf(shown)).toEqual(expectedFigures(model, account));
    await practice.store.read(async (books) => {
      expect(await minutesByDay(books, account.id)).toEqual(expectedMinutes(model, account));
      expect(await invoicesOf(books, account.id)).toEqual(expectedInvoices(account));
      expect(await memosOf(books, account.id)).toEqual(expectedMemos(account));
      await compareSealed(books, account, kept);
    });
    for (const of of account.deliverables) {
      const view = await api.deliverable.show.query({ account: account.id, deliverable: of.id });
      expect(deliverableFigures(view)).toEqual(expectedDeliverable(model, account, of.id));
    }
  }
  await compareNumbers(model, practice);
  await compareHeads(practice, verified.heads, kept);
}

interface Shown {
  readonly standing: { readonly standing: string; readonly stoppedSince?: string | undefined };
  readonly openMinutes: number;
  readonly heldMinutes: number;
  readonly openBalance: number;
  readonly pastDueBalance: number;
  readonly accountCredit: number;
  readonly closedThrough: string | null;
  readonly balances: readonly {
    readonly id: string;
    readonly usedMinutes: number;
    readonly remainingMinutes: number;
  }[];
}

const figuresOf = ({ standing: stands, balances, ...shown }: Shown) => ({
  standing: stands.standing,
  stoppedSince: stands.stoppedSince,
  ...{ openMinutes: shown.openMinutes, heldMinutes: shown.heldMinutes, openBalance: shown.openBalance },
  ...{ pastDueBalance: shown.pastDueBalance, accountCredit: shown.accountCredit, closedThrough: shown.closedThrough },
  balances: balances.map(({ id, usedMinutes, remainingMinutes }) => ({ id, usedMinutes, remainingMinutes })),
});

function expectedFigures({ today }: PracticeModel, account: Account): ReturnType<typeof figuresOf> {
  const poured = outlook(account, today);
  const owed = account.invoices.map((invoice) => ({ invoice, balance: balanceOf(account, invoice) }));
  const last = [today, ...standing(account).map(({ on }) => on)].sort().at(-1) ?? today;
  const grants = grantsOf(account, last).filter(({ from }) => from <= today);
  const used = (id: string): number =>
    poured.filter(({ grant }) => grant === id).length +
    total(standing(account).map(({ minutes }) => minutes.filter(({ grant }) => grant === id).length));
  return {
    standing: isStopped(account, today) ? "stopped" : "good",
    stoppedSince: stoppedSince(account, today),
    openMinutes: poured.filter(({ place }) => place === "invoiced").length,
    heldMinutes: poured.filter(({ place }) => place === "held").length,
    openBalance: total(owed.map(({ balance }) => balance)),
    pastDueBalance: total(owed.filter(({ invoice }) => invoice.issuedOn < today).map(({ balance }) => balance)),
    accountCredit: total(account.money.map(({ unapplied }) => unapplied)),
    closedThrough: account.closedThrough,
    balances: account.allowances
      .filter(({ monthly, from }) => (monthly ? `${monthOf(from)}-01` : from) <= today)
      .map(({ id }) => {
        const own = grants.filter(({ allowance }) => allowance.id === id);
        // What a month did not use is gone on the first day after it (ALW-4).
        const lasting = own.filter(({ until }) => until === null || until > today);
        const over = own.filter(
          ({ until, id: grant, minutes }) => until !== null && until <= today && used(grant) > minutes,
        );
        return {
          id,
          usedMinutes: total(own.map((grant) => used(grant.id))),
          remainingMinutes: total([...lasting, ...over].map((grant) => grant.minutes - used(grant.id))),
        };
      }),
  };
}

async function minutesByDay(books: Books, account: string): Promise<Record<string, Record<string, number>>> {
  const days = await books.minuteAccounts.byDay({ account });
  return Object.fromEntries(days.filter(({ minutes }) => minutes.worked > 0).map(({ on, minutes }) => [on, minutes]));
}

/** Conservation: every minute is in one place (ALW-8). */
function expectedMinutes({ today }: PracticeModel, account: Account): Record<string, Record<string, number>> {
  const days: Record<string, Record<string, number>> = {};
  const held = new Set(outlook(account, today).flatMap(({ place, minute }) => (place === "held" ? [minute] : [])));
  for (const { on, minutes } of standing(account)) {
    const day = days[on] ?? {
      ...{ worked: 0, deposit: 0, allowance: 0, invoiced: 0, held: 0, writtenOff: 0 },
      ...{ nonBillable: 0, settledElsewhere: 0, open: 0 },
    };
    days[on] = day;
    for (const minute of minutes) {
      const place = held.has(minute) ? "held" : minute.place === "waived" ? "writtenOff" : minute.place;
      day.worked = (day.worked ?? 0) + 1;
      day[place] = (day[place] ?? 0) + 1;
    }
  }
  return days;
}

async function invoicesOf(books: Books, account: string) {
  const records = await books.invoices.list({ account, open: false, limit: 1000 });
  const invoices = [];
  for (const { number, kind, issuedOn, total: sum, balance, voidedBy } of records.toReversed()) {
    const lines = await books.invoices.lines(account, number);
    invoices.push({
      ...{ number, kind, issuedOn, total: sum, balance, voided: voidedBy !== null },
      lines: lines.map((line) => ({
        ...{ kind: line.kind, deliverable: line.deliverable, minutes: line.minutes, ratePerHour: line.ratePerHour },
        ...{ amount: line.amount, creditedMinutes: line.creditedMinutes, creditedAmount: line.creditedAmount },
      })),
    });
  }
  return invoices;
}

const expectedInvoices = (account: Account): Awaited<ReturnType<typeof invoicesOf>> =>
  account.invoices.map((invoice) => ({
    ...{ number: invoice.number, kind: invoice.kind, issuedOn: invoice.issuedOn, total: invoice.total },
    ...{ balance: balanceOf(account, invoice), voided: invoice.voided },
    lines: invoice.lines.map(({ settledRate: _rate, invoice: _invoice, ...line }) => line),
  }));

async function memosOf(books: Books, account: string) {
  const records = await books.creditMemos.list({ account, limit: 1000 });
  return records.toReversed().map(({ memo, unapplied }) => ({
    ...{ number: memo.number, invoice: memo.invoice, reason: memo.reason, issuedOn: memo.issuedOn, total: memo.total },
    lines: memo.lines.map(({ line, minutes, amount }) => ({ line, minutes, amount })),
    unapplied,
  }));
}

const expectedMemos = (account: Account): Awaited<ReturnType<typeof memosOf>> =>
  account.memos.map((memo) => ({
    ...memo,
    lines: [...memo.lines],
    unapplied: account.money.find(({ source }) => source === memo.number)?.unapplied ?? 0,
  }));

interface ShownDeliverable {
  readonly state: string;
  readonly approved: {
    readonly minutes: number;
    readonly heldMinutes: number;
    readonly deposit: { readonly used: number; readonly left: number };
  } | null;
  readonly premiumDecision: {
    readonly state: string;
    readonly deliveredOn: string;
    readonly settledRate: number;
    readonly settlement: { readonly outcome: string };
  } | null;
}

const deliverableFigures = ({ state, approved, premiumDecision }: ShownDeliverable) => ({
  state,
  approved: approved && {
    ...{ minutes: approved.minutes, heldMinutes: approved.heldMinutes },
    deposit: { used: approved.deposit.used, left: approved.deposit.left },
  },
  decision: premiumDecision && {
    ...{ state: premiumDecision.state, deliveredOn: premiumDecision.deliveredOn },
    ...{ settledRate: premiumDecision.settledRate, outcome: premiumDecision.settlement.outcome },
  },
});

function expectedDeliverable({ today }: PracticeModel, account: Account, id: string) {
  const of = account.deliverables.find((each) => each.id === id);
  if (of === undefined) return null;
  const held = outlook(account, today).filter(({ place, sowOf }) => place === "held" && sowOf === of).length;
  const deposit = { used: depositCost(depositMinutes(account, of)), left: depositLeft(account, of) };
  return {
    state: of.state,
    approved:
      approvedSow(of) === undefined
        ? null
        : {
            ...{ minutes: approvedMinutes(of), heldMinutes: held },
            deposit,
          },
    decision: of.decision,
  };
}

/** Issued invoices and memos, approved SOWs, decided change orders and taken decisions stay as they were (INV-3, DLV-2, LEAD-8). */
async function compareSealed(
  books: Books,
  { id: account, deliverables }: Account,
  { sealed, decided }: Kept,
): Promise<void> {
  const keep = (name: string, document: unknown): void => {
    const said = JSON.stringify(document);
    expect(said, `${name} never changes`).toBe(sealed.get(name) ?? said);
    sealed.set(name, said);
  };
  for (const { number } of await books.invoices.list({ account, open: false, limit: 1000 }))
    keep(number, await books.invoices.document(number));
  for (const { memo } of await books.creditMemos.list({ account, limit: 1000 })) keep(memo.number, memo);
  for (const { id } of deliverables) {
    for (const sow of await books.sows.of(account, id)) if (sow.state === "approved") keep(`${account} ${sow.id}`, sow);
    for (const order of await books.changeOrders.of(account, id))
      if (order.state !== "proposed") keep(`${account} ${order.id}`, order);
    const decision = await books.premiumDecisions.find(account, id);
    if (decision === undefined || decision.state === "proposed") continue;
    const name = `${account} ${id}`;
    expect(JSON.stringify(decision), "a premium is settled once").toBe(decided.get(name) ?? JSON.stringify(decision));
    decided.set(name, JSON.stringify(decision));
  }
}

/** Numbers without a gap, in the order of issue (INV-3). */
async function compareNumbers(model: PracticeModel, practice: Practice): Promise<void> {
  await practice.store.read(async (books) => {
    const invoices = await books.invoices.list({ open: false, limit: 1000 });
    const memos = await books.creditMemos.list({ limit: 1000 });
    const numbers = (prefix: string, count: number): readonly string[] =>
      Array.from({ length: count }, (_, at) => `${prefix}-${String(at + 1).padStart(6, "0")}`);
    expect(invoices.map(({ number }) => number).sort()).toEqual(numbers("INV", model.invoiceCount));
    expect(memos.map(({ memo }) => memo.number).sort()).toEqual(numbers("CM", model.memoCount));
  });
}

/** The journal was only added to: every head that was is a row that is. */
async function compareHeads(
  practice: Practice,
  now: readonly { readonly stream: string; readonly seq: number; readonly hash: string }[],
  { heads }: Kept,
): Promise<void> {
  for (const { stream, seq, hash } of now) {
    const before = heads.get(stream);
    if (before !== undefined) {
      expect(seq).toBeGreaterThanOrEqual(before.seq);
      const rows = await practice.store.read((books) => books.journal.list({ stream, limit: seq - before.seq + 1 }));
      if (rows.length > 0) expect(rows.find((row) => row.seq === before.seq)?.hash).toBe(before.hash);
    }
    heads.set(stream, { seq, hash });
  }
}
