import type { LeadTimeJudgement } from "../lead-times/judgement.ts";
import { settleLine } from "../lead-times/premium-line.ts";
import type { PremiumSettlement } from "../lead-times/settlement.ts";
import { chargeSteps, consequenceSteps } from "../lead-times/settlement-trace.ts";
import type { Premiums } from "../rates/premiums.ts";
import type { Day } from "../values/day.ts";
import { formatDuration, type Minutes } from "../values/duration.ts";
import { amountFor, type Cents, type Currency, type RatePerHour } from "../values/money.ts";
import type { SettledPart, SettledPremiumLine } from "./premium-decision.ts";

/** Minutes of one time entry that a premium line charges for. */
export interface PremiumMinutes {
  readonly entry: string;
  readonly on: Day;
  readonly minutes: Minutes;
}

/** A premium line of an invoice as it stands after earlier credits. */
export interface BilledPremium {
  readonly invoice: string;
  readonly line: number;
  readonly ratePerHour: RatePerHour;
  /** What is left of its amount. */
  readonly amount: Cents;
  /** Oldest work first. */
  readonly slices: readonly PremiumMinutes[];
}

/** Everything that carries the premium of a deliverable, by where it stands. */
export interface PremiumTime {
  /** In order of issue. */
  readonly lines: readonly BilledPremium[];
  /** Minutes up to the delivery day that the deposit covered for good. */
  readonly depositMinutes: Minutes;
  /** Minutes up to the delivery day that no run has frozen yet. */
  readonly openMinutes: Minutes;
}

/** What is credited of one line, and of which minutes. */
export interface LineSettlement extends SettledPremiumLine {
  readonly ratePerHour: RatePerHour;
  /** What the settled rate takes off, and the minutes whose premium it lowers (LEAD-4). */
  readonly lowered: { readonly amount: Cents; readonly slices: readonly PremiumMinutes[] };
  /** What is taken off for minutes after the delivery day (LEAD-2). */
  readonly later: { readonly amount: Cents; readonly slices: readonly PremiumMinutes[] };
}

export interface DeliverableSettlement {
  readonly settledRate: RatePerHour;
  /** Minutes of change orders that keep the full premium, and how many of them are invoiced or under the deposit. */
  readonly keptMinutes: Minutes;
  readonly keptBilledMinutes: Minutes;
  readonly keptDepositMinutes: Minutes;
  readonly lines: readonly LineSettlement[];
  readonly deposit: SettledPart;
  readonly notInvoiced: SettledPart;
}

/** At which premium the minutes of a deliverable are settled. */
export interface SettledPremium {
  readonly ratePerHour: RatePerHour;
  readonly settledRate: RatePerHour;
  /** Minutes of change orders that keep the full premium (LEAD-5). */
  readonly keptMinutes: Minutes;
  readonly deliveredOn: Day;
}

/**
 * Settles every premium line by itself: due is the line recomputed at the settled rate and rounded, the credit is what
 * it was charged less that (LEAD-4). Minutes after the delivery day carry no premium (LEAD-2). The latest minutes are
 * the ones that keep the full premium: those of the latest line first, then those under the deposit, then open ones.
 */
export function settleDeliverable(time: PremiumTime, premium: SettledPremium): DeliverableSettlement {
  const { ratePerHour, deliveredOn } = premium;
  const settledRate = Math.min(premium.settledRate, ratePerHour);
  // Where nothing is lowered, nothing needs to be kept apart.
  const keptMinutes = settledRate === ratePerHour ? 0 : premium.keptMinutes;
  let left = keptMinutes;
  const keep = (minutes: Minutes): Minutes => {
    const kept = Math.min(left, minutes);
    left -= kept;
    return kept;
  };
  const lines = time.lines
    .toReversed()
    .map((line) => settleBilled(line, settledRate, deliveredOn, keep))
    .toReversed();
  const keptDepositMinutes = keep(time.depositMinutes);
  const keptBilledMinutes = keptMinutes - left;
  const part = (minutes: Minutes, kept: Minutes): SettledPart => {
    const charged = amountFor(minutes, ratePerHour);
    const { due } = settleLine({ minutes, ratePerHour, amount: charged, keptMinutes: kept }, settledRate);
    return { minutes, keptMinutes: kept, charged, due };
  };
  return {
    settledRate,
    keptMinutes,
    keptBilledMinutes,
    keptDepositMinutes,
    lines,
    deposit: part(time.depositMinutes, keptDepositMinutes),
    notInvoiced: part(time.openMinutes, keep(time.openMinutes)),
  };
}

function settleBilled(
  { invoice, line, ratePerHour, amount, slices }: BilledPremium,
  settledRate: RatePerHour,
  deliveredOn: Day,
  keep: (minutes: Minutes) => Minutes,
): LineSettlement {
  const later = slices.filter(({ on }) => on > deliveredOn);
  const within = slices.filter(({ on }) => on <= deliveredOn);
  const minutes = sum(within);
  const laterMinutes = sum(later);
  // As with any credit of minutes: what the line comes to, less the rounded amount of those that remain (INV-3).
  const standing = laterMinutes === 0 ? amount : Math.min(amount, amountFor(minutes, ratePerHour));
  const keptMinutes = keep(minutes);
  const { due, credit } = settleLine({ minutes, ratePerHour, amount: standing, keptMinutes }, settledRate);
  return {
    invoice,
    line,
    ratePerHour,
    minutes,
    keptMinutes,
    laterMinutes,
    charged: amount,
    due,
    credit: amount - due,
    lowered: { amount: credit, slices: credit === 0 ? [] : firstMinutes(within, minutes - keptMinutes) },
    later: { amount: amount - standing, slices: later },
  };
}

/** The first minutes of slices in order: the latest keep the full premium. */
function firstMinutes(slices: readonly PremiumMinutes[], minutes: Minutes): readonly PremiumMinutes[] {
  let left = minutes;
  return slices.flatMap((slice) => {
    const taken = Math.min(left, slice.minutes);
    left -= taken;
    return taken === 0 ? [] : [{ ...slice, minutes: taken }];
  });
}

/** The premium per hour that a judgement leaves (LEAD-3, LEAD-4). */
export const settledRateOf = ({ verdict }: Pick<LeadTimeJudgement, "verdict">, premiums: Premiums): RatePerHour =>
  verdict.settledAt === "nothing" ? 0 : premiums[verdict.settledAt];

/** The settlement as evidence: the judgement, and what it comes to on all the minutes that carry the premium. */
export function settlementOf(
  judgement: LeadTimeJudgement,
  settled: DeliverableSettlement,
  { currency, leadTime, ratePerHour }: { currency: Currency; leadTime: "expedited" | "rush"; ratePerHour: RatePerHour },
): PremiumSettlement {
  const { verdict, dueDates, tolledDays } = judgement;
  const { lines, deposit, notInvoiced, settledRate } = settled;
  const parts = [...lines, deposit, notInvoiced];
  const total = (of: (part: SettledPart) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const charged = total((part) => part.charged);
  const due = total((part) => part.due);
  const line = {
    minutes: total((part) => part.minutes),
    ratePerHour,
    amount: charged,
    keptMinutes: total((part) => part.keptMinutes),
  };
  const trace = [
    ...chargeSteps(leadTime, line),
    ...lines.map((each) => ({
      clause: "LEAD-8",
      what: `${each.invoice}, line ${each.line}: ${formatDuration(each.minutes)} as charged`,
      minutes: each.minutes,
      amount: each.charged,
      facts: { due: each.due, credit: each.credit },
    })),
    ...judgement.trace,
    ...consequenceSteps(verdict, line, settledRate, { due, credit: charged - due }),
  ];
  return {
    currency,
    outcome: verdict.outcome,
    decision: verdict.decision,
    premiumCharged: charged,
    premiumDue: due,
    credit: charged - due,
    dueDates,
    tolledDays: [...tolledDays],
    clauses: [...new Set(trace.map(({ clause }) => clause))],
    trace,
  };
}

const sum = (slices: readonly PremiumMinutes[]): Minutes => slices.reduce((total, { minutes }) => total + minutes, 0);
