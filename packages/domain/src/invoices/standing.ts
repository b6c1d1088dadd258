import { addDays, type Day, daysBetween } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import { oldestFirst } from "./apply.ts";

/** An invoice with all that changed its balance, by business date. */
export interface InvoiceHistory {
  readonly number: string;
  readonly issuedOn: Day;
  readonly total: Cents;
  /** Money applied (positive) or taken back (negative), and the day it counts from. */
  readonly applied: readonly { readonly on: Day; readonly amount: Cents }[];
  /** Spans in which a person had set the invoice aside; `until` is the day it was resumed (INV-6). */
  readonly suspensions: readonly { readonly from: Day; readonly until: Day | null }[];
}

export interface StandingAnswer {
  readonly standing: "good" | "stopped";
  readonly openInvoices: readonly {
    readonly number: string;
    readonly balance: Cents;
    readonly pastDueDays: number;
    readonly suspended: boolean;
  }[];
  /** The first day of the present stoppage (INV-5). */
  readonly stoppedSince?: Day;
}

/** What is open of an invoice at the end of a day; 0 before its issue. */
export function balanceOn(invoice: InvoiceHistory, day: Day): Cents {
  if (invoice.issuedOn > day) return 0;
  return invoice.applied.reduce((left, { on, amount }) => (on <= day ? left - amount : left), invoice.total);
}

const isSuspendedOn = (invoice: InvoiceHistory, day: Day): boolean =>
  invoice.suspensions.some(({ from, until }) => from <= day && (until === null || day < until));

/** The first day an unpaid invoice is past due: the day after issue and grace (INV-5). */
export const pastDueFrom = (issuedOn: Day, graceDays: number): Day => addDays(issuedOn, graceDays + 1);

/**
 * Good, or stopped while any invoice is past due (INV-5). A suspended invoice counts as settled (INV-6).
 * `stoppedSince` is the first day of the unbroken span of past-due days that reaches today.
 */
export function standingOf(invoices: readonly InvoiceHistory[], today: Day, graceDays: number): StandingAnswer {
  const openInvoices = invoices
    .filter((invoice) => balanceOn(invoice, today) > 0)
    .toSorted(oldestFirst)
    .map((invoice) => ({
      number: invoice.number,
      balance: balanceOn(invoice, today),
      pastDueDays: Math.max(0, daysBetween(addDays(invoice.issuedOn, graceDays), today)),
      suspended: isSuspendedOn(invoice, today),
    }));
  const since = stoppages(invoices, today, graceDays).find(({ until }) => until > today)?.from;
  return since === undefined
    ? { standing: "good", openInvoices }
    : { standing: "stopped", openInvoices, stoppedSince: since };
}

/** The spans of days, half-open and merged, on which work was stopped, up to and with `today` (INV-5). */
export function stoppages(
  invoices: readonly InvoiceHistory[],
  today: Day,
  graceDays: number,
): readonly { readonly from: Day; readonly until: Day }[] {
  const spans = invoices.flatMap((invoice) => pastDueSpans(invoice, today, graceDays));
  const merged: { from: Day; until: Day }[] = [];
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.until) {
      if (span.until > last.until) last.until = span.until;
    } else merged.push({ ...span });
  }
  return merged;
}

function pastDueSpans(invoice: InvoiceHistory, today: Day, graceDays: number): readonly { from: Day; until: Day }[] {
  const start = pastDueFrom(invoice.issuedOn, graceDays);
  const end = addDays(today, 1);
  if (start >= end) return [];
  const changes = [
    ...invoice.applied.map(({ on }) => on),
    ...invoice.suspensions.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
  ].filter((day) => day > start && day < end);
  const days = [start, ...new Set(changes.toSorted()), end];
  return days.slice(0, -1).flatMap((from, at) => {
    const until = days[at + 1] ?? end;
    return balanceOn(invoice, from) > 0 && !isSuspendedOn(invoice, from) ? [{ from, until }] : [];
  });
}
