import { cents, monthOf, nextMonth, periodStart, plus } from "./calendar.ts";
import { depositLeft, grantsOf, outlook, type Poured, pour, usedOn } from "./cover-model.ts";
import { balanceOf, issue, issueMemo, newLine, payIn } from "./money-model.ts";
import {
  type Account,
  type Allowance,
  approvedSow,
  type Deliverable,
  type Entry,
  type Invoice,
  inOrder,
  type Line,
  type MemoLine,
  type Minute,
  type PracticeModel,
  sowTimeOf,
  standardRate,
  standing,
} from "./practice-model.ts";

/** Sells a lump sum or a month; with a standing payment it is paid at once (ALW-3, ALW-4). */
export function sell(model: PracticeModel, account: Account, allowance: Allowance, month: string | null): void {
  const { id, minutes, paid } = allowance;
  const amount = cents(minutes, standardRate);
  const line = newLine({ kind: "allowance", deliverable: null, minutes, ratePerHour: standardRate, amount });
  const invoice = issue(model, account, { kind: "allowance", lines: [line], sale: { allowance: id, month } });
  const left = balanceOf(account, invoice);
  const source = `standing payment of ${invoice.number}`;
  if (paid && left > 0) payIn(model, account, { source, amount: left, on: model.today, named: invoice });
}

/** A run through a day: months begun, then periods that closed (INV-1, INV-3). */
export function run(model: PracticeModel, through: string, only: string | null): void {
  const accounts = model.accounts.filter(({ id }) => only === null || id === only);
  const months = accounts.flatMap((account) =>
    account.allowances.flatMap((allowance) =>
      monthsToSell(account, allowance, through).map((month) => ({ account, allowance, month })),
    ),
  );
  const rank = ({ account, allowance, month }: (typeof months)[number]): string =>
    `${month} ${account.id} ${String(allowance.sequence).padStart(9, "0")}`;
  for (const { account, allowance, month } of months.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)))
    sell(model, account, allowance, month);
  for (;;) {
    const [next] = accounts
      .flatMap((account) => {
        const start = periodToClose(account, model.today, through);
        return start === null ? [] : [{ account, start }];
      })
      .sort((a, b) => (`${a.start} ${a.account.id}` < `${b.start} ${b.account.id}` ? -1 : 1));
    if (next === undefined) return;
    closePeriod(model, next.account, next.start, through);
    closeEnded(model, next.account);
  }
}

function monthsToSell(account: Account, { id, monthly, from, opening, lastMonth }: Allowance, through: string) {
  const months: string[] = [];
  if (!monthly) return months;
  for (let month = monthOf(from); month <= monthOf(through); month = nextMonth(month)) {
    if (lastMonth !== null && month > lastMonth) break;
    const sold = account.invoices.some(({ sale }) => sale?.allowance === id && sale.month === month);
    if (!sold && !(opening && month === monthOf(from))) months.push(month);
  }
  return months;
}

/** The days that call for a period to close: with time to settle, or with held time that no run saw yet (DLV-5). */
function callingDays(account: Account, today: string): readonly string[] {
  const days = outlook(account, today)
    .filter(
      ({ place, entry }) => place !== "held" || account.closedThrough === null || entry.on >= account.closedThrough,
    )
    .map(({ entry }) => entry.on);
  return [...new Set(days)].sort();
}

function periodToClose(account: Account, today: string, through: string): string | null {
  const [earliest] = callingDays(account, today);
  if (earliest === undefined) return null;
  const { closedThrough } = account;
  const start = periodStart(closedThrough !== null && closedThrough > earliest ? closedThrough : earliest);
  return plus(start, 13) <= through ? start : null;
}

function closePeriod(model: PracticeModel, account: Account, start: string, through: string): void {
  const end = plus(start, 14);
  const next = callingDays(account, model.today).find((day) => day >= end);
  const limit = periodStart(plus(through, 1));
  const poured = pour(account, end, grantsOf(account, plus(end, -1)));
  const lines = freeze(model, poured);
  account.closedThrough = next === undefined || periodStart(next) > limit ? limit : periodStart(next);
  if (lines.length > 0) issue(model, account, { kind: "work", lines, sale: null });
}

/** Puts every minute where it was poured, and gives the lines of the invoice (RATE-6, LEAD-2). */
function freeze(model: PracticeModel, poured: readonly Poured[]): readonly Line[] {
  const groups = new Map<string, { kind: "labor" | "premium"; rate: number; of: string | null; minutes: Minute[] }>();
  const add = (kind: "labor" | "premium", of: string | null, rate: number, minute: Minute): void => {
    const key = `${of ?? ""}\n${kind}\n${String(rate).padStart(9, "0")}`;
    const group = groups.get(key) ?? { kind, rate, of, minutes: [] };
    group.minutes.push(minute);
    groups.set(key, group);
  };
  const frozen = model.counter++;
  for (const { entry, minute, place, grant, premium } of poured) {
    if (place === "held") continue;
    Object.assign(minute, { place, grant, frozen });
    entry.touched = true;
    if (place === "invoiced") add("labor", entry.deliverable, standardRate, minute);
    if (place !== "deposit" && premium > 0) add("premium", entry.deliverable, premium, minute);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, rate, of, minutes }]) => {
      const amount = cents(minutes.length, rate);
      const line = newLine({ kind, deliverable: of, minutes: minutes.length, ratePerHour: rate, amount });
      for (const minute of minutes) {
        if (kind === "labor") minute.line = line;
        else minute.premium = line;
      }
      return line;
    });
}

/** Work that has ended closes once its time is settled and its premium decided; the rest of its deposit comes back (DLV-3). */
export function closeEnded(model: PracticeModel, account: Account): void {
  for (const of of [...account.deliverables].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (of.state !== "ending") continue;
    const sow = approvedSow(of);
    const open = sowTimeOf(account, of).some(({ minutes }) => minutes.some(({ place }) => place === "open"));
    if (open || (of.decision?.state === "proposed" && sow !== undefined && sow.deposit > 0)) continue;
    of.state = "closed";
    creditDeposit(model, account, of);
  }
}

/** What is left of the deposit of closed work comes back: at its closing, and when time it paid for is taken back later. */
export function creditDeposit(model: PracticeModel, account: Account, of: Deliverable): void {
  const [line] = approvedSow(of)?.depositInvoice?.lines ?? [];
  const left = depositLeft(account, of);
  if (of.state !== "closed" || line === undefined || line.invoice === null || line.invoice.voided || left <= 0) return;
  line.creditedAmount += left;
  issueMemo(model, account, line.invoice, "waive", [{ line: 1, minutes: 0, amount: left }]);
}

export const openMinutesOf = (account: Account, deliverable: string): number => {
  const of = account.deliverables.find(({ id }) => id === deliverable);
  return of === undefined
    ? 0
    : sowTimeOf(account, of).reduce(
        (sum, { minutes }) => sum + minutes.filter(({ place }) => place === "open").length,
        0,
      );
};

/** What crediting minutes of a line comes to: its amount less what the others come to (INV-3). */
function creditOfMinutes(line: Line, minutes: number): number {
  const current = line.amount - line.creditedAmount;
  const left = line.minutes - line.creditedMinutes - minutes;
  const amount = current - Math.min(current, cents(left, line.settledRate ?? line.ratePerHour));
  line.creditedMinutes += minutes;
  line.creditedAmount += amount;
  return amount;
}

export const leftOf = (line: Line): number => line.minutes - line.creditedMinutes;

interface Placed {
  readonly entry: Entry;
  readonly minute: Minute;
}

export const laborOn = (account: Account, line: Line): readonly Placed[] =>
  inOrder(standing(account)).flatMap((entry) =>
    entry.minutes
      .filter((minute) => minute.line === line && minute.place === "invoiced")
      .map((minute) => ({ entry, minute })),
  );

/** Of an entry, what an allowance covers comes before what is invoiced (LEAD-2). */
export const premiumsOn = (account: Account, line: Line): readonly Placed[] =>
  inOrder(standing(account)).flatMap((entry) => {
    const own = entry.minutes.filter((minute) => minute.premium === line);
    const covered = own.filter(({ place }) => place === "allowance");
    return [...covered, ...own.filter(({ place }) => place !== "allowance")].map((minute) => ({ entry, minute }));
  });

const reopen = (entry: Entry, minute: Minute): void => {
  Object.assign(minute, { place: "open", grant: null, line: null, premium: null });
  entry.touched = true;
};

/** Credits whole lots of minutes of an invoice by one memo. */
export function creditMinutes(
  model: PracticeModel,
  account: Account,
  invoice: Invoice,
  {
    labor,
    premium,
    hours = [],
    reason,
  }: {
    readonly labor: readonly Placed[];
    readonly premium: readonly Placed[];
    /** Minutes of lines that sell hours. */
    readonly hours?: readonly { readonly line: Line; readonly minutes: number }[];
    readonly reason: "rebill" | "waive";
  },
): void {
  const memoLines: MemoLine[] = [];
  const at = (line: Line): number => invoice.lines.indexOf(line) + 1;
  for (const [line, own] of Map.groupBy(labor, ({ minute }) => minute.line)) {
    if (line === null) continue;
    memoLines.push({ line: at(line), minutes: own.length, amount: creditOfMinutes(line, own.length) });
  }
  for (const { line, minutes } of hours) {
    memoLines.push({ line: at(line), minutes, amount: creditOfMinutes(line, minutes) });
    if (reason === "rebill") invoice.returnedMinutes += minutes;
  }
  const under = reason === "rebill" ? labor.filter(({ minute }) => minute.premium?.invoice === invoice) : [];
  const all = new Set([...premium, ...under].map(({ minute }) => minute));
  for (const [line, own] of Map.groupBy(all, ({ premium: on }) => on)) {
    if (line === null) continue;
    memoLines.push({ line: at(line), minutes: own.length, amount: creditOfMinutes(line, own.length) });
    for (const minute of own) minute.premium = null;
  }
  for (const { entry, minute } of labor) {
    if (reason === "rebill") reopen(entry, minute);
    else Object.assign(minute, { place: "waived", line: null });
  }
  issueMemo(model, account, invoice, reason, memoLines);
}

/** The hours of a sale that no run has used. */
export function unusedHours(account: Account, invoice: Invoice): number {
  const { sale } = invoice;
  const [line] = invoice.lines;
  if (sale === null || line === undefined) return 0;
  const grant = sale.month === null ? sale.allowance : `${sale.allowance}/${sale.month}`;
  // What was waived was paid back, but its hours are the customer's still.
  return line.minutes - invoice.returnedMinutes - usedOn(account, grant);
}

/** Covered minutes under a premium that is taken back are billed anew, all that a grant gave at that time (LEAD-2). */
export function reopenCoveredUnder(account: Account, premium: readonly Placed[]): void {
  const lots = new Set(
    premium
      .filter(({ minute }) => minute.place === "allowance")
      .map(({ entry, minute }) => `${entry.id} ${minute.frozen} ${minute.grant}`),
  );
  for (const entry of standing(account))
    for (const minute of entry.minutes)
      if (minute.place === "allowance" && lots.has(`${entry.id} ${minute.frozen} ${minute.grant}`))
        reopen(entry, minute);
}

/** Takes back all that became of an entry, one memo for each invoice that it is on (INV-3). */
export function takeBack(model: PracticeModel, account: Account, entry: Entry): void {
  for (const minute of entry.minutes)
    if (minute.place === "deposit" || minute.place === "allowance")
      Object.assign(minute, { place: "open", grant: null });
  const byFreezing = [...entry.minutes].sort((a, b) => a.frozen - b.frozen);
  const labor = byFreezing.filter(({ place }) => place === "invoiced").map((minute) => ({ entry, minute }));
  const premium = byFreezing.filter((minute) => minute.premium !== null).map((minute) => ({ entry, minute }));
  const invoices = [
    ...labor.map(({ minute }) => minute.line?.invoice),
    ...premium.map(({ minute }) => minute.premium?.invoice),
  ];
  for (const invoice of new Set(invoices)) {
    if (invoice == null) continue;
    creditMinutes(model, account, invoice, {
      labor: labor.filter(({ minute }) => minute.line?.invoice === invoice),
      premium: premium.filter(({ minute }) => minute.premium?.invoice === invoice),
      reason: "rebill",
    });
  }
  entry.reversed = true;
  entry.minutes = [];
  const of = account.deliverables.find(({ id }) => id === entry.deliverable);
  if (of !== undefined) creditDeposit(model, account, of);
}
