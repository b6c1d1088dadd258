import { grantsOf } from "../allowances/grants.ts";
import { type AllowanceBalance, balancesOf } from "../cover/balance.ts";
import { type MinuteAccount, noMinutes } from "../cover/conservation.ts";
import { coverTime } from "../cover/waterfall.ts";
import type { CreditMemo } from "../invoices/credit-memo.ts";
import type { Invoice } from "../invoices/invoice.ts";
import type { Party } from "../invoices/party.ts";
import { type StandingAnswer, standingOf } from "../invoices/standing.ts";
import { policyOn } from "../policy/in-force.ts";
import type { PolicyVersion } from "../policy/policy.ts";
import { runTerms } from "../policy/run-terms.ts";
import type { Day } from "../values/day.ts";
import { ok, type Result } from "../values/result.ts";
import { after } from "./after.ts";
import { type AccountBooks, billingFactsOn, emptyBooks, sowWorkOn } from "./books.ts";
import { type Command, decide } from "./decide.ts";
import { type Change, documentsOf } from "./posting.ts";

/** What was done to an account, and on which business day. */
export interface Deed {
  readonly on: Day;
  readonly command: Command;
}

/** Everything an account's history follows from. */
export interface AccountHistory {
  readonly account: string;
  readonly party: Party;
  /** Who keeps the books, as documents name them. */
  readonly from: Party;
  /** The account's own grid of billing periods; the policy's if it is left out (INV-1). */
  readonly billingAnchor?: Day | null;
  /** The policies that were in force, each with its first day (RATE-2). */
  readonly policies: readonly PolicyVersion[];
  /** In the order in which they were done. */
  readonly deeds: readonly Deed[];
}

/** What follows from a history, as of a day: documents, balances, standing, and where every minute is. */
export interface Replayed {
  readonly books: AccountBooks;
  /** Everything that the deeds changed, in order. */
  readonly change: Change;
  readonly invoices: readonly Invoice[];
  readonly creditMemos: readonly CreditMemo[];
  readonly balances: readonly AllowanceBalance[];
  readonly standing: StandingAnswer;
  /** Worked is the sum of the rest (ALW-8). */
  readonly minutes: MinuteAccount;
}

/**
 * An account's history told anew: the same deeds under the same policies give the same documents to the cent, and under
 * other policies what they would have been. Pure. Refused with the reason of the first deed that is refused.
 */
export function replay(history: AccountHistory, today: Day): Result<Replayed> {
  const { account, party, from, billingAnchor = null, policies } = history;
  let books = emptyBooks(account, party, billingAnchor);
  const change: Change[number][] = [];
  for (const { on, command } of history.deeds) {
    const context = {
      from,
      today: on,
      terms: runTerms(policies, on),
      recordedAt: `${on}T12:00:00Z`,
      recordedBy: from.name,
    };
    const decided = decide(books, command, context);
    if (!decided.ok) return decided;
    books = after(books, decided.value);
    change.push(...decided.value);
  }
  return ok({ books, change, ...documentsOf(change), ...figuresOf(books, policies, today) });
}

function figuresOf(books: AccountBooks, policies: readonly PolicyVersion[], today: Day) {
  const { allowances: terms, invoices } = policyOn(policies, today).policy;
  const { cover, uses } = coverTime({
    open: billingFactsOn(books).entries.filter(({ on }) => on <= today),
    grants: grantsOf(books.allowances, books.sales, terms, today),
    frozen: books.frozen,
    rolloverCapMinutes: terms.rolloverCapMinutes,
    sowWork: sowWorkOn(books),
    through: today,
  });
  const begun = books.allowances.filter(
    (each) => (each.kind === "lump-sum" ? each.validFrom : each.firstMonth) <= today,
  );
  const histories = [...books.invoices.values()].map(({ number, issuedOn, total }) => ({
    number,
    issuedOn,
    total,
    applied: books.applied.filter(({ invoice }) => invoice === number),
    suspensions: [],
  }));
  return {
    balances: balancesOf(begun, uses, today),
    standing: standingOf(histories, today, invoices.graceDays),
    minutes: minutesOn(
      books,
      cover.reduce((sum, { held }) => sum + held, 0),
    ),
  };
}

/** Where every minute of an account is; `held` of the open ones wait for an approval (ALW-8, DLV-5). */
export function minutesOn(books: AccountBooks, held = 0): MinuteAccount {
  const entries = [...books.entries.values()].filter(({ reversedOn }) => reversedOn === null);
  const known = new Set(entries.map(({ id }) => id));
  const slices = books.slices.filter(({ entry }) => known.has(entry));
  const at = (kind: (typeof slices)[number]["place"]["kind"]): number =>
    total(slices.filter(({ place }) => place.kind === kind).map(({ minutes }) => minutes));
  return {
    ...noMinutes,
    worked: total(entries.map(({ minutes }) => minutes)),
    deposit: at("deposit"),
    allowance: at("allowance"),
    invoiced: at("invoice"),
    held,
    writtenOff: at("written-off") + total(slices.map(({ waivedMinutes }) => waivedMinutes)),
    nonBillable: total(entries.filter(({ billable }) => !billable).map(({ minutes }) => minutes)),
    settledElsewhere: total(
      entries.filter(({ billable, settledElsewhere }) => billable && settledElsewhere).map(({ minutes }) => minutes),
    ),
    open: total(entries.map(({ openMinutes }) => openMinutes)) - held,
  };
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
