import type { Deliverable } from "../deliverables/deliverable.ts";
import { depositLeft } from "../deliverables/deposit.ts";
import type { Sow } from "../deliverables/sow.ts";
import { sowWorkFrom } from "../deliverables/sow-work.ts";
import type { CreditLine } from "../invoices/credit-memo.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Cents } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { AccountBooks, InvoiceOnBooks, SowOnBooks } from "./books.ts";
import { type IssuedMemo, issueMemo } from "./issue-memo.ts";
import { type Ledger, post } from "./ledger.ts";

export interface WorkEnded {
  readonly ledger: Ledger;
  readonly creditMemos: readonly IssuedMemo[];
}

/** How a deliverable ends. */
export interface Ending {
  readonly deliverable: string;
  readonly outcome: "completed" | "cancelled";
  /** The last day whose time is its own. */
  readonly on: Day;
  readonly today: Day;
  readonly reason?: string | undefined;
}

/**
 * Ends a deliverable: it entered long-term support, or was cancelled. It closes at once if no SOW time of it is open;
 * else with the run that bills the last of it (DLV-3).
 */
export function endDeliverable(
  ledger: Ledger,
  { deliverable: id, outcome, on, today, reason }: Ending,
): Result<WorkEnded> {
  const deliverable = ledger.books.deliverables.get(id);
  if (deliverable === undefined) return refused(rejection("NOT_FOUND", { what: "deliverable", id }));
  const { state } = deliverable;
  if (state !== "open") return refused(rejection("DELIVERABLE_CLOSED", { deliverable: id, state }));
  const ended: Deliverable = { ...deliverable, state: "ending", outcome, endedOn: on, reason: reason ?? null };
  return ok(closeEnded(post(ledger, { type: "deliverable-changed", deliverable: ended }), today));
}

/**
 * Closes every deliverable that has ended and whose SOW time is all settled, and credits what is left of its deposit once
 * that is certain (DLV-3, LEAD-8). The books need every deliverable that is ending, with its SOW, its open entries and
 * the invoice of its deposit, and every open invoice.
 */
export function closeEnded(ledger: Ledger, today: Day): WorkEnded {
  let left = ledger;
  const creditMemos: IssuedMemo[] = [];
  for (const deliverable of ledger.books.deliverables.values()) {
    if (deliverable.state !== "ending") continue;
    const closing = closingOf(left.books, deliverable, today);
    if (closing.openMinutes > 0 || closing.awaitsPremium) continue;
    if (closing.credited !== null) {
      const { ledger: credited, memo } = creditRest(left, deliverable.id, closing.credited, today);
      left = credited;
      creditMemos.push(memo);
    }
    const { returnedOutside: returnOutside } = closing;
    const closed: Deliverable = { ...deliverable, state: "closed", closedOn: today, returnOutside };
    left = post(left, { type: "deliverable-changed", deliverable: closed });
  }
  return { ledger: left, creditMemos };
}

/** What stands between work and its closing, and what of its deposit comes back with that as it stands (DLV-3). */
export interface Closing {
  /** Without an approved SOW nothing stands between. */
  readonly hasSow: boolean;
  /** SOW time that nothing has settled yet; held minutes are open ones too (DLV-5). */
  readonly openMinutes: Minutes;
  /** While a settlement is only proposed, premium may still return to the deposit (LEAD-8). */
  readonly awaitsPremium: boolean;
  /** Comes back as a credit memo on the deposit's own invoice; null where that is nothing. */
  readonly credited: DepositRest | null;
  /** What is left of a deposit that came from another system: there is no invoice of it here to credit. */
  readonly returnedOutside: Cents | null;
}

interface DepositRest {
  readonly invoice: InvoiceOnBooks;
  readonly line: number;
  readonly amount: Cents;
}

export function closingOf(books: AccountBooks, deliverable: Deliverable, today: Day): Closing {
  const facts = sowOn(books, deliverable.id);
  if (facts === undefined)
    return { hasSow: false, openMinutes: 0, awaitsPremium: false, credited: null, returnedOutside: null };
  const { sow, decision } = facts;
  const left = leftOfDeposit(facts, deliverable);
  return {
    hasSow: true,
    openMinutes: openMinutesOf(books, deliverable, sow, today),
    awaitsPremium: sow.deposit > 0 && decision?.state === "proposed",
    credited: restOfDeposit(books, sow, left),
    returnedOutside: sow.opening && sow.deposit > 0 ? left : null,
  };
}

/**
 * Gives back what correcting time returns to the deposit of work that has closed: no later time could draw on it any more,
 * so it comes back like the rest did at closing (DLV-3, INV-3).
 */
export function creditReturned(ledger: Ledger, id: string, today: Day): WorkEnded {
  const deliverable = ledger.books.deliverables.get(id);
  const facts = sowOn(ledger.books, id);
  if (deliverable?.state !== "closed" || facts === undefined) return { ledger, creditMemos: [] };
  const { sow } = facts;
  const left = leftOfDeposit(facts, deliverable);
  const outside = sow.opening && sow.deposit > 0 && deliverable.returnOutside !== left;
  const told = outside
    ? post(ledger, { type: "deliverable-changed", deliverable: { ...deliverable, returnOutside: left } })
    : ledger;
  const rest = restOfDeposit(told.books, sow, left);
  if (rest === null) return { ledger: told, creditMemos: [] };
  const { ledger: credited, memo } = creditRest(told, id, rest, today);
  return { ledger: credited, creditMemos: [memo] };
}

/**
 * What correcting time of a deliverable brings with it: its deposit may have something back, and work that has ended closes
 * once nothing of it is open, which giving minutes up may bring about (DLV-3).
 */
export function afterCorrection(ledger: Ledger, deliverable: string | null, today: Day): WorkEnded {
  if (deliverable === null) return { ledger, creditMemos: [] };
  const returned = creditReturned(ledger, deliverable, today);
  const closed = closeEnded(returned.ledger, today);
  return { ledger: closed.ledger, creditMemos: [...returned.creditMemos, ...closed.creditMemos] };
}

const sowOn = (books: AccountBooks, deliverable: string): SowOnBooks | undefined =>
  books.sows.find(({ sow }) => sow.deliverable === deliverable);

/** What covered minutes leave of a deposit, as if nothing of it had been paid back elsewhere. */
function leftOfDeposit(facts: SowOnBooks, deliverable: Deliverable): Cents {
  const work = sowWorkFrom({ ...facts, deliverable: { ...deliverable, returnOutside: null } });
  return work === null ? 0 : depositLeft(work.deposit, work.ratePerHour);
}

function openMinutesOf(books: AccountBooks, { id, endedOn }: Deliverable, { approvedOn }: Sow, today: Day): Minutes {
  const [from, to] = [approvedOn ?? today, endedOn ?? today];
  let minutes = 0;
  for (const { deliverable, on, openMinutes } of books.entries.values())
    if (deliverable === id && from <= on && on <= to) minutes += openMinutes;
  return minutes;
}

/** What of a deposit can be credited on its invoice; null where that is nothing. */
function restOfDeposit(books: AccountBooks, { depositInvoice }: Sow, left: Cents): DepositRest | null {
  const invoice = depositInvoice === null ? undefined : books.invoices.get(depositInvoice);
  const line = invoice?.lines[0];
  if (invoice === undefined || line === undefined || invoice.voidedBy !== null) return null;
  const amount = Math.min(left, line.amount - line.creditedAmount);
  return amount <= 0 ? null : { invoice, line: line.line, amount };
}

/** Money given back: a memo on the deposit's own invoice that names its line and no minutes (DLV-3, INV-3, INV-6). */
function creditRest(ledger: Ledger, deliverable: string, { invoice, line, amount }: DepositRest, issuedOn: Day) {
  const credited = { type: "line-credited", invoice: invoice.number, line, minutes: 0, amount } as const;
  const named: CreditLine = {
    line,
    kind: "deposit",
    deliverable,
    minutes: 0,
    ratePerHour: 0,
    amount,
    clauses: ["DLV-3", "INV-3"],
    slices: [],
  };
  const note = `What is left of the deposit on ${deliverable}, which has closed`;
  return issueMemo(post(ledger, credited), invoice, [named], { reason: "waive", note, voids: false, issuedOn });
}
