import type { Grant } from "../src/allowances/grants.ts";
import { grantsOf } from "../src/allowances/grants.ts";
import type { Allowance } from "../src/allowances/purchase.ts";
import type { BillingFacts } from "../src/billing/facts.ts";
import type { RunContext } from "../src/billing/step.ts";
import type { RunTerms } from "../src/billing/terms.ts";
import { type MinuteAccount, noMinutes } from "../src/cover/conservation.ts";
import { type CoverAnswer, coverTime } from "../src/cover/waterfall.ts";
import type { SliceRef } from "../src/invoices/charge.ts";
import type { CreditableLine, CreditMemo, CreditReason } from "../src/invoices/credit-memo.ts";
import type { Invoice, InvoiceLine } from "../src/invoices/invoice.ts";
import type { InvoiceHistory } from "../src/invoices/standing.ts";
import { after } from "../src/ledger/after.ts";
import { type AccountBooks, billingFactsOn, emptyBooks } from "../src/ledger/books.ts";
import { type Command, decide } from "../src/ledger/decide.ts";
import { type Change, documentsOf } from "../src/ledger/posting.ts";
import type { Slice } from "../src/minutes/slice.ts";
import type { Day, Month } from "../src/values/day.ts";
import { facts as noFacts, runContext } from "./samples.ts";

/** The books of one account with what was posted to them. Every command is decided by the ledger itself. */
export interface Kept {
  readonly terms: RunTerms;
  readonly books: AccountBooks;
  readonly posted: Change;
  readonly invoices: readonly Invoice[];
  readonly memos: readonly CreditMemo[];
}

export const keep = (terms: RunTerms): Kept => {
  const { account, party } = noFacts();
  return { terms, books: emptyBooks(account, party), posted: [], invoices: [], memos: [] };
};

/** The books with a command; one that is refused leaves them as they are. */
export function done(kept: Kept, command: Command, today: Day): Kept {
  const { from, terms } = contextOf(kept, today, today);
  const context = { from, terms, today, recordedAt: `${today}T12:00:00Z`, recordedBy: "Ada" };
  const decided = decide(kept.books, command, context);
  if (!decided.ok || decided.value.length === 0) return kept;
  const { invoices, creditMemos } = documentsOf(decided.value);
  return {
    ...kept,
    books: after(kept.books, decided.value),
    posted: [...kept.posted, ...decided.value],
    invoices: [...kept.invoices, ...invoices],
    memos: [...kept.memos, ...creditMemos],
  };
}

/** What someone worked. */
export interface Worked {
  readonly id: string;
  readonly on: Day;
  readonly minutes: number;
  readonly deliverable: string | null;
}

/** The last day on which work may be dated in these tests. */
const lastDay = "2027-12-31";

export const log = (kept: Kept, work: Worked): Kept =>
  done(kept, { do: "log", time: [{ ...work, worker: "Ada" }] }, lastDay);

export const writeOff = (kept: Kept, entry: string, minutes: number, today: Day): Kept =>
  done(kept, { do: "write-off", entry, minutes: Math.min(minutes, openOf(kept, entry)) }, today);

export const reverse = (kept: Kept, entry: string, today: Day): Kept => done(kept, { do: "reverse", entry }, today);

export const buy = (kept: Kept, allowance: Allowance, today: Day): Kept => done(kept, { do: "buy", allowance }, today);

/** Lets a monthly purchase end with a month, unless a later one is invoiced already (ALW-4). */
export const endMonthly = (kept: Kept, allowance: string, lastMonth: Month, today: Day): Kept =>
  kept.books.sales.some((sale) => sale.allowance === allowance && sale.month !== null && sale.month > lastMonth)
    ? kept
    : done(kept, { do: "end-allowance", allowance, lastMonth }, today);

export const run = (kept: Kept, through: Day, today: Day): Kept => done(kept, { do: "run", through }, today);

export const credit = (
  kept: Kept,
  invoice: string,
  line: number,
  minutes: number,
  reason: CreditReason,
  today: Day,
): Kept => done(kept, { do: "credit", invoice, line, minutes, reason }, today);

export const voidInvoice = (kept: Kept, invoice: string, reason: CreditReason, today: Day): Kept =>
  done(kept, { do: "void", invoice, reason }, today);

export const pay = (kept: Kept, id: string, amount: number, today: Day, invoice: string | null = null): Kept =>
  done(kept, { do: "pay", id, amount, invoice }, today);

export const reversePayment = (kept: Kept, payment: string, today: Day): Kept =>
  done(kept, { do: "reverse-payment", payment }, today);

// Readings

export const contextOf = ({ terms }: Pick<Kept, "terms">, through: Day, today: Day): RunContext =>
  runContext({ terms, through, today });

export const factsOf = ({ books }: Kept): BillingFacts => billingFactsOn(books);

export const workedIn = ({ books }: Kept): readonly Worked[] =>
  [...books.entries.values()].filter(({ reversedOn }) => reversedOn === null);

export const openOf = ({ books }: Kept, entry: string): number => books.entries.get(entry)?.openMinutes ?? 0;

export const openMinutes = ({ books }: Kept): ReadonlyMap<string, number> =>
  new Map([...books.entries].map(([id, entry]) => [id, entry.openMinutes]));

const standing = (slices: readonly Slice[]): readonly Slice[] => slices.filter(({ minutes }) => minutes > 0);

/** What runs settled on grants. */
export const coveredIn = ({ books }: Kept): readonly (SliceRef & { readonly grant: string })[] =>
  standing(books.slices).flatMap(({ entry, minutes, place }) =>
    place.kind === "allowance" ? [{ entry, grant: place.grant, minutes }] : [],
  );

/** Minutes that were given up before they were billed. */
export const writtenOffUnbilled = ({ books }: Kept, entry: string): number =>
  minutesIn(books.slices.filter((slice) => slice.entry === entry && slice.place.kind === "written-off"));

export const grantsIn = ({ books, terms }: Kept, through: Day): readonly Grant[] =>
  grantsOf(books.allowances, books.sales, terms.allowances, through);

/** The cover that the open time would have, and the use of every grant, at the end of a day. */
export const coverOf = (kept: Kept, through: Day): CoverAnswer =>
  coverTime({
    open: factsOf(kept).entries.filter(({ on }) => on <= through),
    grants: grantsIn(kept, through),
    frozen: kept.books.frozen,
    rolloverCapMinutes: kept.terms.allowances.rolloverCapMinutes,
    through,
  });

/** Where one entry's minutes are, or those of all (ALW-8). */
export function minutesOf(kept: Kept, id: string | null = null): MinuteAccount {
  const entries = [...kept.books.entries.values()].filter((entry) => entry.reversedOn === null);
  const known = new Set(entries.map((entry) => entry.id));
  const slices = kept.books.slices.filter(({ entry }) => (id === null ? known.has(entry) : entry === id));
  const at = (kind: Slice["place"]["kind"]): number => minutesIn(slices.filter(({ place }) => place.kind === kind));
  const own = entries.filter((entry) => id === null || entry.id === id);
  return {
    ...noMinutes,
    worked: minutesIn(own),
    deposit: at("deposit"),
    allowance: at("allowance"),
    invoiced: at("invoice"),
    writtenOff: at("written-off") + slices.reduce((sum, { waivedMinutes }) => sum + waivedMinutes, 0),
    open: own.reduce((sum, entry) => sum + entry.openMinutes, 0),
  };
}

export const creditsOf = ({ memos }: Kept, invoice: string, line: number) =>
  memos.filter((memo) => memo.invoice === invoice).flatMap((memo) => memo.lines.filter((each) => each.line === line));

/** What a line still stands for, by the memos that name it. */
export function lineLeft(
  kept: Kept,
  invoice: string,
  { line, minutes, ratePerHour, amount }: InvoiceLine,
): CreditableLine {
  const credits = creditsOf(kept, invoice, line);
  const credited = credits.reduce((sum, each) => sum + each.amount, 0);
  return { invoice, line, ratePerHour, minutes: minutes - minutesIn(credits), amount: amount - credited };
}

export const balanceOf = ({ books }: Kept, number: string): number => books.invoices.get(number)?.balance ?? 0;

export const historiesOf = ({ books }: Kept): readonly InvoiceHistory[] =>
  [...books.invoices.values()].map(({ number, issuedOn, total }) => ({
    number,
    issuedOn,
    total,
    applied: books.applied.filter(({ invoice }) => invoice === number),
    suspensions: [],
  }));

/** The spans of days that runs have closed. */
export const closedIn = ({ books, posted }: Kept) =>
  posted.flatMap((posting) =>
    posting.type === "period-closed"
      ? [{ account: books.account, start: posting.period.start, end: posting.closedThrough }]
      : [],
  );

export const minutesIn = (parts: readonly { readonly minutes: number }[]): number =>
  parts.reduce((sum, { minutes }) => sum + minutes, 0);
