import type { Allowance } from "../allowances/purchase.ts";
import { draftAllowanceInvoice } from "../billing/draft.ts";
import { checkRunDay } from "../billing/run.ts";
import { byIssueOrder, closeNextPeriod, monthsToInvoice, type RunContext } from "../billing/step.ts";
import type { CreditReason } from "../invoices/credit-memo.ts";
import { type EntryRecord, newEntry } from "../minutes/entry-record.ts";
import { checkWorkDate, countedMinutes, type TimeEntry } from "../time/entry.ts";
import type { Day, Month } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Cents } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { AccountBooks } from "./books.ts";
import { billingFactsOn } from "./books.ts";
import { postPeriod } from "./close-period.ts";
import { amendTime, reverseTime, writeOffTime } from "./correct-time.ts";
import { creditLine } from "./credit.ts";
import { afterCorrection, endDeliverable } from "./end-work.ts";
import { sellHours } from "./issue-invoice.ts";
import { type Ledger, openLedger, post } from "./ledger.ts";
import { pay, reversePayment } from "./pay.ts";
import type { Change } from "./posting.ts";
import { voidInvoice } from "./void-invoice.ts";

/** Time as it is said: `minutes` before the billing increment. */
export type LoggedTime = Omit<TimeEntry, "account" | "note" | "billable" | "settledElsewhere"> &
  Partial<Pick<TimeEntry, "note" | "billable" | "settledElsewhere">>;

/** What somebody wants done to the books of an account. Ids are chosen by whoever asks. */
export type Command =
  | { readonly do: "log"; readonly time: readonly LoggedTime[] }
  | {
      readonly do: "amend";
      readonly entry: string;
      readonly to: Partial<Pick<LoggedTime, "on" | "minutes" | "deliverable" | "worker" | "note" | "billable">>;
      /** The id of the entry that takes its place, if it was billed. */
      readonly id: string;
    }
  | { readonly do: "reverse"; readonly entry: string; readonly note?: string }
  | { readonly do: "write-off"; readonly entry: string; readonly minutes?: Minutes }
  | { readonly do: "buy"; readonly allowance: Allowance }
  | { readonly do: "end-allowance"; readonly allowance: string; readonly lastMonth: Month }
  | { readonly do: "run"; readonly through: Day }
  | {
      readonly do: "credit";
      readonly invoice: string;
      readonly line: number;
      readonly minutes: Minutes;
      readonly reason: CreditReason;
      readonly note?: string;
    }
  | { readonly do: "void"; readonly invoice: string; readonly reason: CreditReason; readonly note?: string }
  | {
      readonly do: "pay";
      readonly id: string;
      readonly amount: Cents;
      readonly on?: Day;
      readonly invoice?: string | null;
    }
  | { readonly do: "reverse-payment"; readonly payment: string }
  | {
      readonly do: "end-work";
      readonly deliverable: string;
      readonly outcome: "completed" | "cancelled";
      readonly on: Day;
    };

/** Under which terms, on which business day, by whom a command is decided. */
export interface DecisionContext extends Omit<RunContext, "through"> {
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/**
 * Everything that a command changes: entries, moves of minutes, documents, money, records; or why it is refused. Pure: the
 * same books, command and context give the same change. `after` gives the books with it.
 */
export function decide(books: AccountBooks, command: Command, context: DecisionContext): Result<Change> {
  const decided = decisionOf(openLedger(books), command, context);
  return decided.ok ? ok(decided.value.change) : decided;
}

function decisionOf(ledger: Ledger, command: Command, context: DecisionContext): Result<Ledger> {
  const { books } = ledger;
  const { today } = context;
  switch (command.do) {
    case "log":
      return log(ledger, command.time, context);
    case "amend": {
      const before = books.entries.get(command.entry);
      if (before === undefined || before.reversedOn !== null) return noEntry(command.entry);
      const changed = amended(before, command.to, context);
      const replacement = { id: command.id, recordedAt: context.recordedAt, recordedBy: context.recordedBy };
      return corrected(amendTime(ledger, before, changed, replacement, today), before, today);
    }
    case "reverse": {
      const before = books.entries.get(command.entry);
      if (before === undefined || before.reversedOn !== null) return noEntry(command.entry);
      const about = { entry: command.entry, note: command.note ?? "Time reversed", replacedBy: null, today };
      return corrected(reverseTime(ledger, about), before, today);
    }
    case "write-off": {
      const before = books.entries.get(command.entry);
      if (before === undefined) return noEntry(command.entry);
      return corrected(writeOffTime(ledger, { ...command, today }), before, today);
    }
    case "buy":
      return ok(buy(ledger, command.allowance, context));
    case "end-allowance":
      return ok(post(ledger, { type: "allowance-ended", allowance: command.allowance, lastMonth: command.lastMonth }));
    case "run":
      return run(ledger, { ...context, through: command.through });
    case "credit":
      return ledgerOf(creditLine(ledger, { ...command, note: command.note ?? "", today }));
    case "void":
      return ledgerOf(voidInvoice(ledger, { ...command, note: command.note ?? "", today }));
    case "pay": {
      const { id, amount, on = today, invoice = null } = command;
      return ok(pay(ledger, { id, sequence: books.payments.size + 1, amount, on, invoice, note: "" }).ledger);
    }
    case "reverse-payment":
      return ledgerOf(reversePayment(ledger, command.payment, today));
    case "end-work":
      return ledgerOf(endDeliverable(ledger, { ...command, today }));
  }
}

const noEntry = (id: string): Result<never> => refused(rejection("NOT_FOUND", { what: "time entry", id }));

const ledgerOf = (posted: Result<{ readonly ledger: Ledger }>): Result<Ledger> =>
  posted.ok ? ok(posted.value.ledger) : posted;

const corrected = (
  posted: Result<{ readonly ledger: Ledger }>,
  { deliverable }: EntryRecord,
  today: Day,
): Result<Ledger> => (posted.ok ? ok(afterCorrection(posted.value.ledger, deliverable, today).ledger) : posted);

function log(ledger: Ledger, time: readonly LoggedTime[], context: DecisionContext): Result<Ledger> {
  const { account, entries } = ledger.books;
  const entriesOf: EntryRecord[] = [];
  for (const said of time) {
    const on = checkWorkDate(said.on, context.today);
    if (!on.ok) return on;
    if (entries.has(said.id)) return refused(rejection("ENTRY_EXISTS", { entry: said.id }));
    const minutes = countedMinutes(said.minutes, context.terms.billing.incrementMinutes);
    const { billable = true, settledElsewhere = false, note = "" } = said;
    entriesOf.push({
      ...newEntry,
      ...said,
      account,
      note,
      billable,
      settledElsewhere,
      minutes,
      rawMinutes: said.minutes,
      sequence: entries.size + entriesOf.length + 1,
      openMinutes: billable && !settledElsewhere ? minutes : 0,
      recordedAt: context.recordedAt,
      recordedBy: context.recordedBy,
      overrideReason: null,
    });
  }
  return ok(post(ledger, { type: "time-recorded", entries: entriesOf }));
}

function amended(
  before: EntryRecord,
  to: Extract<Command, { do: "amend" }>["to"],
  { terms }: DecisionContext,
): EntryRecord {
  const rawMinutes = to.minutes ?? before.rawMinutes;
  const minutes = countedMinutes(rawMinutes, terms.billing.incrementMinutes);
  const billable = to.billable ?? before.billable;
  const openMinutes = billable && !before.settledElsewhere ? minutes : 0;
  return { ...before, ...to, billable, rawMinutes, minutes, openMinutes };
}

function buy(ledger: Ledger, allowance: Allowance, context: DecisionContext): Ledger {
  const on = allowance.kind === "lump-sum" ? allowance.validFrom : context.today;
  const bought = post(ledger, { type: "allowance-bought", allowance, note: "", on });
  return allowance.opening
    ? bought
    : sell(bought, allowance, allowance.kind === "monthly" ? allowance.firstMonth : null, context);
}

function sell(ledger: Ledger, allowance: Allowance, month: Month | null, context: DecisionContext): Ledger {
  const { account, party, payments } = ledger.books;
  const { from, today: issuedOn, terms } = context;
  const draft = draftAllowanceInvoice(allowance, month, { account, from, to: party, issuedOn, terms });
  const standing = { id: `standing-${ledger.books.counters.invoice + 1}`, sequence: payments.size + 1 };
  return sellHours(ledger, allowance, month, draft, standing).ledger;
}

/** The allowance invoices of every month begun, then every period that may close, oldest first (INV-1). */
function run(ledger: Ledger, context: DecisionContext & RunContext): Result<Ledger> {
  const checked = checkRunDay(context);
  if (!checked.ok) return checked;
  const { allowances, sales } = ledger.books;
  let left = ledger;
  for (const step of monthsToInvoice(allowances, sales, context.through).toSorted(byIssueOrder)) {
    const allowance = allowances.find(({ id }) => id === step.allowance);
    if (allowance !== undefined) left = sell(left, allowance, step.month, context);
  }
  for (
    let closed = closeNextPeriod(billingFactsOn(left.books), context);
    closed !== null;
    closed = closeNextPeriod(billingFactsOn(left.books), context)
  )
    left = postPeriod(left, closed, context.today).ledger;
  return ok(left);
}
