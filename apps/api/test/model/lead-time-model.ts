import { cents, daysAfter, isBusiness, plus } from "./calendar.ts";
import { isStopped, issueMemo, settledOn } from "./money-model.ts";
import {
  type Account,
  approvedSow,
  type ChangeOrder,
  type Decision,
  type Deliverable,
  type Line,
  type MemoLine,
  type Minute,
  type Outcome,
  type PracticeModel,
  premiums,
  type Sow,
  standing,
} from "./practice-model.ts";

/** A stated date and the day from which its clock counts. */
interface Stated {
  readonly by: string;
  readonly since: string;
}

interface Promised {
  readonly expedited: Stated;
  readonly rush: Stated | null;
  readonly guaranteed: boolean;
}

type Change = Pick<ChangeOrder, "number" | "expeditedBy" | "rushBy"> & { readonly on: string };

export const approvedChanges = ({ changeOrders }: Deliverable): readonly Change[] =>
  changeOrders.filter(({ state }) => state === "approved").map((order) => ({ ...order, on: order.decidedOn }));

/** What change orders make of a promise; null where one states an earlier date than it replaces (LEAD-5). */
export function promised(sow: Sow, changes: readonly Change[], until: string): Promised | null {
  let promise: Promised = {
    expedited: { by: sow.expeditedBy ?? "", since: sow.approvedOn },
    rush: sow.rushBy === null ? null : { by: sow.rushBy, since: sow.approvedOn },
    guaranteed: true,
  };
  const counting = changes
    .filter(({ on }) => sow.approvedOn <= on && on <= until)
    .sort((a, b) => (a.on === b.on ? a.number - b.number : a.on < b.on ? -1 : 1));
  for (const { on, expeditedBy, rushBy } of counting) {
    if (expeditedBy === null) {
      promise = { ...promise, guaranteed: false };
      continue;
    }
    if (expeditedBy < promise.expedited.by) return null;
    if (promise.rush !== null && rushBy !== null && rushBy < promise.rush.by) return null;
    promise = {
      expedited: { by: expeditedBy, since: on },
      rush: rushBy === null ? promise.rush : { by: rushBy, since: on },
      guaranteed: true,
    };
  }
  return promise;
}

/** The days on which the clock stands still (LEAD-6). */
function stoppedDays(account: Account, of: Deliverable, end: string, today: string): ReadonlySet<string> {
  const stopped = new Set<string>();
  for (const invoice of account.invoices)
    for (const day of daysAfter(invoice.issuedOn, end < today ? end : today))
      if (isBusiness(day) && isStopped(account, day)) stopped.add(day);
  for (const { whose, from, to } of of.waits) {
    if (from > today) continue;
    const days = daysAfter(from, to ?? end).filter(isBusiness);
    for (const day of whose === "client" ? days.slice(2) : days) stopped.add(day);
  }
  return stopped;
}

/** The first day by which as many running business days passed as were promised (LEAD-6). */
function moved({ by, since }: Stated, stopped: ReadonlySet<string>): string {
  const days = daysAfter(since, by).filter(isBusiness);
  if (!days.some((day) => stopped.has(day))) return by;
  let day = since;
  for (let left = days.length; left > 0; ) {
    day = plus(day, 1);
    if (isBusiness(day) && !stopped.has(day)) left -= 1;
  }
  return day;
}

/** What became of a lead time; null where change orders contradict each other (LEAD-3 to LEAD-7). */
export function judged(
  account: Account,
  of: Deliverable,
  sow: Sow,
  deliveredOn: string,
  today: string,
): { readonly outcome: Outcome; readonly due: { readonly expedited: string; readonly rush?: string } } | null {
  const end = deliveredOn > sow.approvedOn ? deliveredOn : sow.approvedOn;
  const paid = sow.depositInvoice === null ? sow.approvedOn : settledOn(account, sow.depositInvoice, today);
  const start = paid === null ? end : paid > sow.approvedOn ? paid : sow.approvedOn;
  const promise = promised(sow, approvedChanges(of), end);
  if (promise === null) return null;
  const waited = daysAfter(sow.approvedOn, start).filter(isBusiness);
  const stopped = new Set([...stoppedDays(account, of, end, today), ...waited]);
  const expedited = moved(promise.expedited, stopped);
  const due = promise.rush === null ? { expedited } : { expedited, rush: moved(promise.rush, stopped) };
  if (end <= (due.rush ?? expedited)) return { outcome: "met", due };
  if (!promise.guaranteed) return { outcome: "lapsed", due };
  return { outcome: promise.rush !== null && end <= expedited ? "downgraded" : "credited", due };
}

const settledRate = (leadTime: Sow["leadTime"], outcome: Outcome): number =>
  outcome === "credited" ? 0 : outcome === "downgraded" ? premiums.expedited : premiums[leadTime];

/** Settles at the delivery: a duty at once, what "may" be done as a proposal (LEAD-3, LEAD-4). */
export function settleOrPropose(
  model: PracticeModel,
  account: Account,
  of: Deliverable,
  deliveredOn: string,
  outcome: Outcome,
): void {
  const leadTime = approvedSow(of)?.leadTime ?? "standard";
  const mayDecide = leadTime === "rush" && (outcome === "downgraded" || outcome === "credited");
  if (mayDecide) {
    of.decision = { state: "proposed", deliveredOn, outcome, settledRate: premiums[leadTime] };
    return;
  }
  of.decision = { state: "automatic", deliveredOn, outcome, settledRate: settledRate(leadTime, outcome) };
  credit(model, account, of, of.decision);
}

/** A person's decision on what was proposed (LEAD-4). */
export function decide(model: PracticeModel, account: Account, of: Deliverable, state: "confirmed" | "declined"): void {
  const leadTime = approvedSow(of)?.leadTime ?? "standard";
  if (of.decision === null) return;
  const { deliveredOn, outcome } = of.decision;
  const rate = state === "declined" ? premiums[leadTime] : settledRate(leadTime, outcome);
  of.decision = { state, deliveredOn, outcome, settledRate: rate };
  credit(model, account, of, of.decision);
}

/** Every premium line anew at the settled rate; time after the delivery carries none (LEAD-2, LEAD-4, LEAD-8). */
function credit(model: PracticeModel, account: Account, of: Deliverable, decision: Decision): void {
  const carrying = (line: Line): readonly { readonly on: string; readonly minute: Minute }[] =>
    standing(account).flatMap(({ on, minutes }) =>
      minutes.filter(({ premium }) => premium === line).map((minute) => ({ on, minute })),
    );
  for (const invoice of account.invoices) {
    const memoLines: MemoLine[] = [];
    invoice.lines.forEach((line, at) => {
      if (line.kind !== "premium" || line.deliverable !== of.id) return;
      const within = carrying(line).filter(({ on }) => on <= decision.deliveredOn).length;
      const later = carrying(line).filter(({ on }) => on > decision.deliveredOn);
      const left = (): number => line.amount - line.creditedAmount;
      if (later.length > 0) {
        const amount = left() - Math.min(left(), cents(within, line.ratePerHour));
        for (const { minute } of later) minute.premium = null;
        line.creditedMinutes += later.length;
        line.creditedAmount += amount;
        memoLines.push({ line: at + 1, minutes: later.length, amount });
      }
      if (within > 0 && decision.settledRate < line.ratePerHour) {
        const amount = left() - Math.min(left(), cents(within, decision.settledRate));
        line.settledRate = decision.settledRate;
        line.creditedAmount += amount;
        if (amount > 0) memoLines.push({ line: at + 1, minutes: within, amount });
      }
    });
    if (memoLines.length > 0) issueMemo(model, account, invoice, "premium", memoLines);
  }
}
