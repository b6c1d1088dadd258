import { balanceOn, type InvoiceHistory } from "../invoices/standing.ts";
import { type Waits, waitOfStoppage } from "../lead-times/clock.ts";
import type { LeadTimeHistory } from "../lead-times/judgement.ts";
import type { Day } from "../values/day.ts";
import type { ChangeOrder } from "./change-order.ts";
import type { Sow } from "./sow.ts";
import type { DeliverableWait } from "./wait.ts";

/** An approved SOW that promises an expedited or rush lead time. */
export interface PromisingSow extends Omit<Sow, "leadTime" | "approvedOn" | "expeditedBy"> {
  readonly leadTime: "expedited" | "rush";
  readonly approvedOn: Day;
  readonly expeditedBy: Day;
}

/** What the records say of a deliverable's lead time. */
export interface LeadTimeFacts {
  readonly sow: PromisingSow;
  /** The day its deposit invoice was paid in full; null while it is not, or without one. */
  readonly depositPaidOn: Day | null;
  readonly changeOrders: readonly ChangeOrder[];
  readonly waits: readonly DeliverableWait[];
  /** Spans with work stopped for non-payment, half-open (INV-5). */
  readonly stoppages: readonly { readonly from: Day; readonly until: Day }[];
  readonly deliveredOn: Day | null;
}

/** The approved SOW of a deliverable if it promises a lead time that carries a premium (LEAD-1, LEAD-2). */
export function promisingSow(sows: readonly Sow[]): PromisingSow | null {
  const approved = sows.findLast(({ state }) => state === "approved");
  if (approved === undefined) return null;
  const { leadTime, approvedOn, expeditedBy } = approved;
  return leadTime === "standard" || approvedOn === null || expeditedBy === null
    ? null
    : { ...approved, leadTime, approvedOn, expeditedBy };
}

/** The day from which on an invoice was settled; null while something of it is open on `today`. */
export function settledOn(invoice: InvoiceHistory, today: Day): Day | null {
  if (invoice.issuedOn > today || balanceOn(invoice, today) > 0) return null;
  const days = [...new Set([invoice.issuedOn, ...invoice.applied.map(({ on }) => on)])]
    .filter((day) => day >= invoice.issuedOn && day <= today)
    .toSorted();
  const lastOpen = days.findLastIndex((day) => balanceOn(invoice, day) > 0);
  return days[lastOpen + 1] ?? null;
}

/** The clock starts when the SOW is approved and its deposit, if any, is paid in full; null until then (LEAD-7). */
export function clockStart({ sow, depositPaidOn }: Pick<LeadTimeFacts, "sow" | "depositPaidOn">): Day | null {
  if (sow.deposit === 0 || sow.depositInvoice === null) return sow.approvedOn;
  return depositPaidOn === null ? null : later(sow.approvedOn, depositPaidOn);
}

/**
 * What a lead time was promised for and what became of it up to the delivery, or to `today` before it. Waits that last
 * run up to that day (LEAD-6), and so does the wait for a deposit that is not paid by then (LEAD-7).
 */
export function leadTimeHistory(facts: LeadTimeFacts, today: Day): LeadTimeHistory {
  const { sow, waits, stoppages } = facts;
  const end = later(facts.deliveredOn ?? today, sow.approvedOn);
  const startedOn = clockStart(facts) ?? end;
  const of = (whose: DeliverableWait["whose"]) =>
    waits
      .filter((wait) => wait.whose === whose)
      .map(({ from, to }) => ({ from, to: to === null || to > today ? end : to }))
      .filter(({ from, to }) => from <= to);
  const kept: Waits = {
    clientWaits: of("client"),
    productWaits: of("product"),
    stoppages: stoppages
      .map(waitOfStoppage)
      .map(({ from, to }) => ({ from, to: to < end ? to : end }))
      .filter(({ from, to }) => from <= to),
  };
  return {
    leadTime: sow.leadTime,
    startedOn,
    approvedOn: sow.approvedOn,
    expeditedBy: sow.expeditedBy,
    ...(sow.rushBy === null ? {} : { rushBy: sow.rushBy }),
    deliveredOn: end,
    changeOrders: approvedChanges(facts.changeOrders),
    ...kept,
    holidays: [],
  };
}

/** Approved change orders by their approval, then by number (LEAD-5). */
const approvedChanges = (changeOrders: readonly ChangeOrder[]): LeadTimeHistory["changeOrders"] =>
  changeOrders
    .flatMap((each) => (each.state === "approved" && each.decidedOn !== null ? [{ ...each, on: each.decidedOn }] : []))
    .toSorted((a, b) => (a.on === b.on ? a.number - b.number : a.on < b.on ? -1 : 1))
    .map(({ on, minutes, newExpeditedBy, newRushBy }) => ({
      on,
      minutes,
      ...(newExpeditedBy === null ? {} : { newExpeditedBy }),
      ...(newRushBy === null ? {} : { newRushBy }),
    }));

const later = (a: Day, b: Day): Day => (a > b ? a : b);
