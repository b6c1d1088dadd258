import type { PremiumDecision } from "../deliverables/premium-decision.ts";
import { sowPrice } from "../deliverables/price.ts";
import type { Sow } from "../deliverables/sow.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Cents, Currency } from "../values/money.ts";
import type { Trace } from "../values/trace.ts";
import type { MinuteAccount } from "./conservation.ts";

/** What of the approved total was used so far, valued at the rate and premium of the SOW (DLV-5, RATE-3). Amounts in cents. */
export interface UsedWork {
  /** SOW time that counts toward the approved total, whatever covers it; held and written-off time does not. */
  readonly minutes: Minutes;
  readonly labor: Cents;
  /** After its settlement (LEAD-8). */
  readonly premium: Cents;
  readonly total: Cents;
  readonly trace: Trace;
}

/** The SOW, the days of its time, and what bears on its premium. */
export interface UsedWorkFacts {
  readonly sow: Sow;
  readonly days: readonly { readonly on: Day; readonly minutes: MinuteAccount }[];
  /** The last day of its time, once it ended (DLV-3). */
  readonly endedOn: Day | null;
  readonly decision: PremiumDecision | null;
  readonly currency: Currency;
}

/** How far the work of an approved SOW has come in minutes and money, invoiced or not (DLV-5, LEAD-2, LEAD-8). */
export function usedWork({ sow, days, endedOn, decision, currency }: UsedWorkFacts): UsedWork {
  const from = sow.approvedOn ?? sow.issuedOn;
  const own = days.filter(({ on }) => on >= from && (endedOn === null || on <= endedOn));
  const until = decision?.deliveredOn ?? null;
  const minutes = counted(own);
  const price = sowPrice(sow, currency, minutes, counted(own.filter(({ on }) => until === null || on <= until)));
  const credited = creditedBySettlement(decision);
  return {
    minutes,
    labor: price.labor,
    premium: price.premium - credited,
    total: price.total - credited,
    trace: [
      { clause: "DLV-5", what: "SOW time that counts toward the approved total", minutes },
      ...price.trace,
      ...(credited === 0
        ? []
        : [{ clause: "LEAD-8", what: "Premium that its settlement took off", amount: -credited }]),
    ],
  };
}

const counted = (days: UsedWorkFacts["days"]): Minutes =>
  days.reduce(
    (sum, { minutes: { deposit, allowance, invoiced, settledElsewhere, open } }) =>
      sum + deposit + allowance + invoiced + settledElsewhere + open,
    0,
  );

/** What a settlement that was taken left of the premium is charged − due; a proposal changes nothing (LEAD-8). */
function creditedBySettlement(decision: PremiumDecision | null): Cents {
  if (decision === null || decision.state === "proposed" || decision.state === "declined") return 0;
  const { lines, deposit, notInvoiced } = decision;
  const parts = [...lines, ...[deposit, notInvoiced].filter((part) => part !== null)];
  return parts.reduce((sum, { charged, due }) => sum + charged - due, 0);
}
