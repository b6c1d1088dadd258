import type {
  AccountBooks,
  AppliedMoney,
  EntryRecord,
  InvoiceOnBooks,
  PremiumSlice,
  Slice,
  SowFacts,
} from "@cimpro/domain";
import { accounts } from "../accounts.ts";
import { allowances } from "../allowances.ts";
import { creditMemos } from "../credit-memos.ts";
import { deliverables } from "../deliverables.ts";
import type { Tx } from "../engines/database.ts";
import { entries } from "../entries.ts";
import { invoices } from "../invoices.ts";
import { numbers } from "../numbers.ts";
import { applications, payments } from "../payments.ts";
import { orNotFound } from "../refused.ts";
import { newTold } from "../registers.ts";
import { sowFactsOf } from "../sow-work.ts";
import { premiumsFrom, slicesFrom } from "./minutes.ts";

/** What of an account's books a decision looks at, beside what every decision does: open invoices, credit, hours, open SOWs. */
export interface Wanted {
  /** Open time dated before a day. */
  readonly openBefore?: string | undefined;
  /** An entry with everything that became of it, and the invoices it stands on. */
  readonly entry?: string | undefined;
  /** An invoice with its lines, slices and premiums, and everything that became of the entries under those. */
  readonly invoice?: string | undefined;
  /** A payment with what it settled. */
  readonly payment?: string | undefined;
  /** A deliverable, closed or not, with its open time. */
  readonly deliverable?: string | undefined;
  /** Every invoice that charges a premium for that deliverable, with the minutes it charges for. */
  readonly premiums?: boolean | undefined;
}

/** Loads them. What grows with an account's history is read only where it is asked for by name. */
export async function windowOf(tx: Tx, account: string, wanted: Wanted): Promise<AccountBooks> {
  const own = orNotFound(await accounts(tx).find(account), "account", account);
  const head = orNotFound(await accounts(tx).head(account), "account", account);
  const noun = { invoices: invoices(tx), entries: entries(tx), applications: applications(tx) };
  const facts = await sowFactsOf(tx, account, wanted.deliverable === undefined ? [] : [wanted.deliverable]);
  const ending = await deliverables(tx, newTold()).list(account, ["ending"]);
  const named =
    wanted.deliverable === undefined ? undefined : await deliverables(tx, newTold()).find(account, wanted.deliverable);
  const all = new Map(
    [...facts.map(({ deliverable }) => deliverable), ...ending, ...(named === undefined ? [] : [named])].map((each) => [
      each.id,
      each,
    ]),
  );

  const minutes = await minutesWanted(tx, account, wanted);
  const open = wanted.openBefore === undefined ? [] : await noun.entries.openRecordsBefore(account, wanted.openBefore);
  const ofWork = await noun.entries.openRecordsOf(account, [
    ...ending.map(({ id }) => id),
    ...(named === undefined ? [] : [named.id]),
  ]);
  const onSlices = await noun.entries.many(account, minutes.entries);
  const records: readonly EntryRecord[] = [...open, ...ofWork, ...onSlices];

  const purchases = await allowances(tx).list(account);
  const payment = wanted.payment === undefined ? undefined : await payments(tx).find(account, wanted.payment);
  const money = payment === undefined ? noMoney : await moneyOf(tx, account, payment.id);
  const withLines = new Set([...minutes.invoices, ...depositInvoices(facts, wanted.deliverable)]);
  const openInvoices = await noun.invoices.openRecords(account);
  const others = await noun.invoices.many(account, [...withLines, ...money.applied.map(({ invoice }) => invoice)]);
  const lines = await noun.invoices.linesOf(account, [...withLines]);
  const onBooks = new Map<string, InvoiceOnBooks>(
    [...openInvoices, ...others].map((each) => [each.number, { ...each, lines: lines.get(each.number) ?? [] }]),
  );
  const counters = await numbers(tx).counters();
  return {
    account,
    party: { name: own.name, address: own.address, email: own.email },
    billingAnchor: own.billingAnchor,
    closedThrough: head.closedThrough,
    entries: new Map(records.map((each) => [each.id, each])),
    slices: minutes.slices,
    premiums: minutes.premiums,
    allowances: purchases.map(({ allowance }) => allowance),
    sales: purchases.length === 0 ? [] : await allowances(tx).sales(account),
    frozen: purchases.length === 0 ? new Map() : await allowances(tx).frozen(account),
    invoices: onBooks,
    payments: new Map(payment === undefined ? [] : [[payment.id, payment]]),
    unapplied: await noun.applications.unapplied(account),
    ...money,
    deliverables: all,
    sows: facts.map(({ deliverable: _deliverable, ...sow }) => sow),
    keptNotes: wanted.entry === undefined ? [] : await keptNotesOf(tx, account, wanted.entry),
    counters: { invoice: counters.invoice, creditMemo: counters["credit-memo"] },
  };
}

/** Deposits that may come back: those of work that has ended, and of the work that is named. */
const depositInvoices = (facts: readonly SowFacts[], named: string | undefined): readonly string[] =>
  facts
    .filter(({ deliverable }) => deliverable.state !== "open" || deliverable.id === named)
    .flatMap(({ sow }) => sow.depositInvoice ?? []);

type Money = Pick<AccountBooks, "applied" | "memos">;

const noMoney: Money = { applied: [], memos: [] };

/**
 * What a payment settled, and the credit of the memos on those invoices, wherever it went; of the invoices that this credit
 * settled the same, and so on: taking the payment back may take the credit back (INV-6).
 */
async function moneyOf(tx: Tx, account: string, payment: string): Promise<Money> {
  const applied: AppliedMoney[] = await standingOf(tx, account, "payment", [payment]);
  const memos: { readonly number: string; readonly invoice: string }[] = [];
  const seen = new Set<string>();
  for (let more = applied; more.length > 0; ) {
    const numbers = [...new Set(more.map(({ invoice }) => invoice))].filter((number) => !seen.has(number));
    for (const number of numbers) seen.add(number);
    const own = await creditMemos(tx).numbersOf(account, numbers);
    memos.push(...own);
    const sources = own.map(({ number }) => number);
    more = await standingOf(tx, account, "credit-memo", sources);
    applied.push(...more);
  }
  return { applied, memos };
}

async function standingOf(
  tx: Tx,
  account: string,
  kind: AppliedMoney["kind"],
  sources: readonly string[],
): Promise<AppliedMoney[]> {
  const all = await applications(tx).ofSource(account, kind, sources);
  return all.filter(({ reversedOn }) => reversedOn === null).map(({ reversedOn: _, ...money }) => money);
}

const keptNotesOf = (tx: Tx, account: string, entry: string) =>
  tx.db
    .selectFrom("issued_note")
    .select(["entry", "invoice"])
    .where("account", "=", account)
    .where("entry", "=", entry)
    .execute();

interface MinutesWanted {
  readonly slices: readonly Slice[];
  readonly premiums: readonly PremiumSlice[];
  readonly entries: readonly string[];
  readonly invoices: readonly string[];
}

/** Slices and premiums that are named, with the entries and invoices they belong to. */
async function minutesWanted(tx: Tx, account: string, wanted: Wanted): Promise<MinutesWanted> {
  const slices = new Map<string, Slice>();
  const premiums = new Map<string, PremiumSlice>();
  const add = (more: { readonly slices: readonly Slice[]; readonly premiums: readonly PremiumSlice[] }): void => {
    for (const each of more.slices) slices.set(`${each.entry} ${each.round} ${each.from}`, each);
    for (const each of more.premiums) premiums.set(`${each.entry} ${each.round} ${each.from}`, each);
  };
  const invoicesWanted = new Set<string>(wanted.invoice === undefined ? [] : [wanted.invoice]);
  if (wanted.invoice !== undefined) {
    const charged = await premiumsFrom(tx, account, { invoice: wanted.invoice });
    add({ slices: await slicesFrom(tx, account, { invoice: wanted.invoice }), premiums: charged });
    // Covered minutes under a premium return with it, and an entry's round must be known whole.
    const under = [...new Set(charged.map(({ entry }) => entry))];
    add({ slices: await slicesFrom(tx, account, { entries: under }), premiums: [] });
  }
  if (wanted.deliverable !== undefined && wanted.premiums === true) {
    const charged = await premiumsFrom(tx, account, { deliverable: wanted.deliverable });
    add({ slices: [], premiums: charged });
    for (const { invoice } of charged) invoicesWanted.add(invoice);
    for (const number of await invoices(tx).withPremiumOf(account, wanted.deliverable)) invoicesWanted.add(number);
  }
  if (wanted.entry !== undefined) {
    const entriesWanted = [wanted.entry];
    const own = {
      slices: await slicesFrom(tx, account, { entries: entriesWanted }),
      premiums: await premiumsFrom(tx, account, { entries: entriesWanted }),
    };
    add(own);
    for (const { place } of own.slices) if (place.kind === "invoice") invoicesWanted.add(place.invoice);
    for (const { invoice } of own.premiums) invoicesWanted.add(invoice);
  }
  const all = { slices: [...slices.values()], premiums: [...premiums.values()] };
  const named = [...all.slices, ...all.premiums].map(({ entry }) => entry);
  return {
    ...all,
    entries: [...new Set([...named, ...(wanted.entry === undefined ? [] : [wanted.entry])])],
    invoices: [...invoicesWanted],
  };
}
