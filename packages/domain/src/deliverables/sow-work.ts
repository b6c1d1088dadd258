import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { RatePerHour } from "../values/money.ts";
import type { ChangeOrder } from "./change-order.ts";
import type { Deliverable } from "./deliverable.ts";
import type { Deposit, RatedMinutes } from "./deposit.ts";
import type { PremiumDecision } from "./premium-decision.ts";
import type { Sow } from "./sow.ts";
import type { DeliverableTerms } from "./terms.ts";

/** What time under a SOW carries beside its rate until delivery (LEAD-2, LEAD-8). */
export interface SowPremium {
  /** The full premium, cents per hour. */
  readonly ratePerHour: RatePerHour;
  /** The delivery day, itself included: later SOW time carries none. Null before delivery. */
  readonly until: Day | null;
  /** What a settlement left of it; null while there is none, and where the premium stays due in full. */
  readonly settledRate: RatePerHour | null;
  /** Minutes not frozen yet that carry the full premium in spite of the settlement (LEAD-5). */
  readonly keptOpenMinutes: Minutes;
}

/**
 * What billing needs to know of a deliverable with an approved SOW. Once it closed, minutes of before that are opened again
 * keep its terms (DLV-3).
 */
export interface SowWork {
  readonly deliverable: string;
  /** The approval day: earlier time is general work (DLV-6). */
  readonly from: Day;
  /** The last day of its time, once it ended; later time is general work (DLV-3). */
  readonly until: Day | null;
  /** Frozen by the SOW (RATE-3). */
  readonly ratePerHour: RatePerHour;
  readonly premium: SowPremium | null;
  /** The SOW and its approved change orders, all phases together (DLV-5). */
  readonly approvedMinutes: Minutes;
  /** Frozen minutes that count toward it (DLV-5). */
  readonly countedMinutes: Minutes;
  readonly deposit: Deposit;
  /** After its deposit it draws from the account's allowances (ALW-5). */
  readonly drawFromAllowance: boolean;
  /** What becomes of time beyond the approved total (DLV-5). */
  readonly overrun: DeliverableTerms["overrun"];
}

/** Minutes of one work date of a deliverable that were settled for good, net of what corrections took back. */
export interface SettledSowMinutes {
  readonly on: Day;
  readonly place: "deposit" | "allowance" | "invoice" | "settled-elsewhere";
  readonly minutes: Minutes;
}

/** The records and sums that SOW work is worked out from. */
export interface SowFacts {
  readonly deliverable: Deliverable;
  /** Approved. */
  readonly sow: Sow;
  readonly changeOrders: readonly ChangeOrder[];
  readonly decision: PremiumDecision | undefined;
  readonly settled: readonly SettledSowMinutes[];
  /** What of the deposit's money was taken back by credit. */
  readonly depositCredited: number;
  /** Minutes that carry the full premium on lines which were issued after the settlement. */
  readonly keptSinceMinutes: Minutes;
  readonly overrun: DeliverableTerms["overrun"];
}

/** What billing needs to know of a deliverable with a SOW; null where that is not approved, so that there is no SOW time (DLV-6). */
export function sowWorkFrom(facts: SowFacts): SowWork | null {
  const { deliverable, sow, changeOrders, settled } = facts;
  if (sow.approvedOn === null) return null;
  const span = { from: sow.approvedOn, until: deliverable.endedOn };
  const own = settled.filter(({ on }) => isWithin(span, on));
  const premium = premiumFrom(facts);
  const covered = own.filter(({ place }) => place === "deposit");
  const approved = changeOrders.filter(({ state }) => state === "approved");
  return {
    deliverable: deliverable.id,
    ...span,
    ratePerHour: sow.ratePerHour,
    premium,
    approvedMinutes: sow.minutes + sum(approved),
    countedMinutes: sum(own),
    deposit: {
      // What was paid in another system went back there when the work closed.
      amount: sow.deposit - facts.depositCredited - (deliverable.returnOutside ?? 0),
      coveredMinutes: sum(covered),
      premiumMinutes: premium === null ? [] : premiumUnderDeposit(premium, covered, facts.decision),
    },
    drawFromAllowance: deliverable.drawFromAllowance,
    overrun: facts.overrun,
  };
}

function premiumFrom({ sow, decision, keptSinceMinutes }: SowFacts): SowPremium | null {
  if (sow.leadTime === "standard") return null;
  const ratePerHour = sow.premiums[sow.leadTime];
  const until = decision?.deliveredOn ?? null;
  // Until it is confirmed, runs bill the full premium (LEAD-8); one that stays due in full changes nothing.
  const settles = decision !== undefined && decision.state !== "proposed" && decision.settledRate !== ratePerHour;
  if (!settles) return { ratePerHour, until, settledRate: null, keptOpenMinutes: 0 };
  const keptOpenMinutes = Math.max(0, decision.keptMinutes - decision.keptBilledMinutes - keptSinceMinutes);
  return { ratePerHour, until, settledRate: decision.settledRate, keptOpenMinutes };
}

/** Premium on minutes that the deposit covers returns to it when a settlement lowers it (LEAD-8). */
function premiumUnderDeposit(
  premium: SowPremium,
  covered: readonly SettledSowMinutes[],
  decision: PremiumDecision | undefined,
): readonly RatedMinutes[] {
  const minutes = sum(covered.filter(({ on }) => carriesPremium(premium, on)));
  if (premium.settledRate === null) return [{ ratePerHour: premium.ratePerHour, minutes }];
  const kept = Math.min(minutes, decision?.keptDepositMinutes ?? 0);
  return [
    { ratePerHour: premium.ratePerHour, minutes: kept },
    { ratePerHour: premium.settledRate, minutes: minutes - kept },
  ];
}

/** Whether SOW time of a day carries the premium: all of it up to and with the delivery day (LEAD-2). */
export const carriesPremium = ({ until }: Pick<SowPremium, "until">, on: Day): boolean => until === null || on <= until;

/** The SOW whose time an entry is; none for general work, and for time outside the SOW's days (DLV-3, DLV-6). */
export function sowOf(
  works: ReadonlyMap<string, SowWork>,
  { deliverable, on }: { readonly deliverable?: string | null; readonly on: Day },
): SowWork | null {
  const work = deliverable == null ? undefined : works.get(deliverable);
  return work !== undefined && isWithin(work, on) ? work : null;
}

export const byDeliverable = (works: readonly SowWork[]): ReadonlyMap<string, SowWork> =>
  new Map(works.map((work) => [work.deliverable, work]));

const isWithin = ({ from, until }: Pick<SowWork, "from" | "until">, on: Day): boolean =>
  from <= on && (until === null || on <= until);

const sum = (parts: readonly { readonly minutes: Minutes }[]): Minutes =>
  parts.reduce((total, { minutes }) => total + minutes, 0);
