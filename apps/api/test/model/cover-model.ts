import { cents, monthOf, nextMonth, plus } from "./calendar.ts";
import {
  type Account,
  type Allowance,
  approvedMinutes,
  approvedSow,
  type Deliverable,
  type Entry,
  inOrder,
  isSowDay,
  isWithinSow,
  type Minute,
  premiumOn,
  sowTimeOf,
  standardRate,
  standing,
  total,
} from "./practice-model.ts";

/** Hours that may cover time, as the books stand. */
export interface Grant {
  readonly id: string;
  readonly allowance: Allowance;
  readonly from: string;
  readonly until: string | null;
  readonly minutes: number;
}

/** Where a minute goes that is open now. */
export interface Poured {
  readonly entry: Entry;
  readonly minute: Minute;
  readonly place: "held" | "deposit" | "allowance" | "invoiced";
  readonly grant: string | null;
  /** The deliverable whose SOW time it is. */
  readonly sowOf: Deliverable | null;
  /** The premium that is invoiced for it, per hour. */
  readonly premium: number;
}

const firstOf = (month: string): string => `${month}-01`;

/** The grants that begin by a day, in the order in which they are used (ALW-4, ALW-5). */
export function grantsOf(account: Account, through: string): readonly Grant[] {
  const returned = (allowance: string, month: string | null): number =>
    total(
      account.invoices
        .filter(({ sale }) => sale?.allowance === allowance && sale.month === month)
        .map(({ returnedMinutes }) => returnedMinutes),
    );
  const grants: Grant[] = [];
  for (const allowance of account.allowances) {
    const { id, minutes, from, lastMonth } = allowance;
    if (!allowance.monthly) {
      if (from <= through) grants.push({ id, allowance, from, until: null, minutes: minutes - returned(id, null) });
      continue;
    }
    for (let month = monthOf(from); firstOf(month) <= through; month = nextMonth(month)) {
      if (lastMonth !== null && month > lastMonth) break;
      grants.push({
        ...{ id: `${id}/${month}`, allowance, from: firstOf(month), until: firstOf(nextMonth(month)) },
        minutes: minutes - returned(id, month),
      });
    }
  }
  const place = ({ until, from, allowance }: Grant): string =>
    `${until ?? "9999-99-99"} ${from} ${String(allowance.sequence).padStart(9, "0")}`;
  return grants.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

export const usedOn = (account: Account, grant: string): number =>
  total(standing(account).map(({ minutes }) => minutes.filter((minute) => minute.grant === grant).length));

/** Minutes of its SOW that were settled: what was waived was worked within it all the same (DLV-5). */
export const countedMinutes = (account: Account, of: Deliverable): number =>
  total(
    sowTimeOf(account, of).map(
      ({ minutes }) =>
        minutes.filter(({ place }) => ["deposit", "allowance", "invoiced", "waived"].includes(place)).length,
    ),
  );

/** Minutes under a deposit by their premium: what they cost is added up per rate and rounded once each (DLV-3). */
export function depositCost(byPremium: ReadonlyMap<number, number>): number {
  const all = total([...byPremium.values()]);
  return cents(all, standardRate) + total([...byPremium].map(([premium, minutes]) => cents(minutes, premium)));
}

export function depositMinutes(account: Account, of: Deliverable): Map<number, number> {
  const byPremium = new Map<number, number>();
  for (const { on, minutes, deliverable } of standing(account)) {
    if (deliverable !== of.id || !isWithinSow(of, on)) continue;
    const covered = minutes.filter(({ place }) => place === "deposit").length;
    const premium = premiumOn(of, on);
    if (covered > 0) byPremium.set(premium, (byPremium.get(premium) ?? 0) + covered);
  }
  return byPremium;
}

/** The money that time can still draw on: what was paid for, less what was given back and used. */
export function depositMoney(of: Deliverable): number {
  const sow = approvedSow(of);
  return (sow?.deposit ?? 0) - total((sow?.depositInvoice?.lines ?? []).map(({ creditedAmount }) => creditedAmount));
}

export const depositLeft = (account: Account, of: Deliverable): number =>
  depositMoney(of) - depositCost(depositMinutes(account, of));

/** The waterfall over open minutes dated before `end`, one minute after the other (ALW-5, DLV-3, DLV-5, LEAD-2). */
export function pour(account: Account, end: string, grants: readonly Grant[]): readonly Poured[] {
  const used = new Map(grants.map(({ id }) => [id, usedOn(account, id)]));
  const counted = new Map(account.deliverables.map((of) => [of, countedMinutes(account, of)]));
  const deposits = new Map(account.deliverables.map((of) => [of, depositMinutes(account, of)]));
  const fromGrant = (on: string): string | null => {
    for (const { id, from, until, minutes } of grants) {
      const taken = used.get(id) ?? 0;
      if (from > on || (until !== null && on >= until) || taken >= minutes) continue;
      used.set(id, taken + 1);
      return id;
    }
    return null;
  };
  const fromDeposit = (of: Deliverable, premium: number): boolean => {
    const known = deposits.get(of) ?? new Map<number, number>();
    const more = new Map(known).set(premium, (known.get(premium) ?? 0) + 1);
    if (depositMoney(of) <= 0 || depositCost(more) > depositMoney(of)) return false;
    deposits.set(of, more);
    return true;
  };
  const poured: Poured[] = [];
  for (const entry of inOrder(standing(account))) {
    if (entry.on >= end) continue;
    const own = account.deliverables.find(({ id }) => id === entry.deliverable);
    const sowOf = own !== undefined && isSowDay(own, entry.on) ? own : null;
    const premium = sowOf === null ? 0 : premiumOn(sowOf, entry.on);
    for (const minute of entry.minutes) {
      if (minute.place !== "open") continue;
      const settled = sowOf === null ? 0 : (counted.get(sowOf) ?? 0);
      if (sowOf !== null && settled >= approvedMinutes(sowOf)) {
        poured.push({ entry, minute, place: "held", grant: null, sowOf, premium: 0 });
        continue;
      }
      if (sowOf !== null) counted.set(sowOf, settled + 1);
      if (sowOf !== null && fromDeposit(sowOf, premium)) {
        poured.push({ entry, minute, place: "deposit", grant: null, sowOf, premium: 0 });
        continue;
      }
      const grant = sowOf === null || sowOf.draws ? fromGrant(entry.on) : null;
      poured.push({ entry, minute, place: grant === null ? "invoiced" : "allowance", grant, sowOf, premium });
    }
  }
  return poured;
}

/** The waterfall over all that is open, as it stands today. */
export function outlook(account: Account, today: string): readonly Poured[] {
  const last = inOrder(standing(account)).at(-1)?.on ?? today;
  const through = last > today ? last : today;
  return pour(account, plus(through, 1), grantsOf(account, through));
}
