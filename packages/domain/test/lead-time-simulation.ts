import type { SettlementTerms } from "../src/lead-times/settlement.ts";

/** What the simulation is told: the request with every list there. */
export interface Told {
  readonly leadTime: "expedited" | "rush";
  readonly minutes: number;
  readonly approvedOn: string;
  /** The day the deposit was paid. */
  readonly startedOn: string;
  readonly expeditedBy: string;
  readonly rushBy?: string;
  readonly deliveredOn: string;
  readonly changeOrders: readonly {
    readonly on: string;
    readonly minutes?: number;
    readonly newExpeditedBy?: string;
    readonly newRushBy?: string;
  }[];
  readonly changeOrderEffect: "lapse" | "exclude";
  readonly clientWaits: readonly Span[];
  readonly productWaits: readonly Span[];
  readonly stoppages: readonly Span[];
  readonly holidays: readonly string[];
}

interface Span {
  readonly from: string;
  readonly to: string;
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/**
 * The lead-time rules, lived through one day at a time with JavaScript's own dates: slow, and sharing nothing with the
 * code it checks. A shortened date gives "refused".
 */
export function simulate(told: Told, terms: SettlementTerms) {
  const worked = (day: string) =>
    !["Sat", "Sun"].includes(new Date(day).toUTCString().slice(0, 3)) &&
    ![...told.holidays, ...terms.holidays].includes(day);

  /** Who stops a day, or nobody. */
  const stoppedBy = (day: string): string => {
    if (!worked(day)) return "nobody";
    if (told.stoppages.some(({ from, to }) => from < day && day <= to)) return "stoppage";
    if (told.productWaits.some(({ from, to }) => from < day && day <= to)) return "product";
    if (told.approvedOn < day && day <= told.startedOn) return "client";
    for (const { from, to } of told.clientWaits) {
      let asked = 0;
      for (let each = dayAfter(from); each <= day && each <= to; each = dayAfter(each)) if (worked(each)) asked += 1;
      if (from < day && day <= to && asked > terms.leadTimes.clientResponseBusinessDays) return "client";
    }
    return "nobody";
  };

  /** One clock, ticking: the date is reached when the running days that were promised are used up. */
  const due = (since: string, by: string): string => {
    let promised = 0;
    let isDisturbed = false;
    for (let day = since; day < by; ) {
      day = dayAfter(day);
      if (worked(day)) promised += 1;
      if (stoppedBy(day) !== "nobody") isDisturbed = true;
    }
    if (!isDisturbed) return by;
    let day = since;
    while (promised > 0) {
      day = dayAfter(day);
      if (worked(day) && stoppedBy(day) === "nobody") promised -= 1;
    }
    return day;
  };

  // The story of the change orders: day by day, in the order in which they were told.
  let [since, expeditedBy, rushBy] = [told.approvedOn, told.expeditedBy, told.rushBy];
  let isGuaranteed = true;
  let changed = 0n;
  for (let day = told.approvedOn; day <= told.deliveredOn; day = dayAfter(day)) {
    for (const order of told.changeOrders) {
      if (order.on !== day) continue;
      changed += BigInt(order.minutes ?? 0);
      if (order.newExpeditedBy === undefined) {
        if (told.changeOrderEffect === "lapse") isGuaranteed = false;
        continue;
      }
      if (order.newExpeditedBy < expeditedBy || (order.newRushBy ?? "9") < (rushBy ?? "")) return "refused";
      [since, expeditedBy, rushBy] = [day, order.newExpeditedBy, order.newRushBy];
      isGuaranteed = true;
    }
  }

  const expedited = due(since, expeditedBy);
  const rush = rushBy === undefined ? undefined : due(since, rushBy);
  const onTime = told.deliveredOn <= (rush ?? expedited);
  const secondChance = told.leadTime === "rush" && told.deliveredOn <= expedited;
  const outcome = onTime ? "met" : !isGuaranteed ? "lapsed" : secondChance ? "downgraded" : "credited";

  const perHour = BigInt(terms.premiums[told.leadTime]);
  const lower = outcome === "downgraded" ? BigInt(terms.premiums.expedited) : 0n;
  const all = BigInt(told.minutes);
  const kept = told.changeOrderEffect === "lapse" ? 0n : changed > all ? all : changed;
  const cents = (sixtieths: bigint) => Number((sixtieths * 2n + 60n) / 120n);
  const charged = cents(all * perHour);
  const left = Math.min(charged, cents(kept * perHour + (all - kept) * lower));
  const premiumDue = outcome === "credited" || outcome === "downgraded" ? left : charged;

  const tolledDays: { from: string; to: string; businessDays: number; whose: string }[] = [];
  let yesterday = "nobody";
  for (let day = told.approvedOn; day < expedited; ) {
    day = dayAfter(day);
    if (!worked(day)) continue;
    const whose = stoppedBy(day);
    const last = tolledDays.at(-1);
    if (whose !== "nobody" && whose === yesterday && last) {
      last.to = day;
      last.businessDays += 1;
    } else if (whose !== "nobody") tolledDays.push({ from: day, to: day, businessDays: 1, whose });
    yesterday = whose;
  }

  return {
    currency: terms.currency,
    outcome,
    decision: told.leadTime === "rush" && ["downgraded", "credited"].includes(outcome) ? "proposed" : "automatic",
    premiumCharged: charged,
    premiumDue,
    credit: charged - premiumDue,
    dueDates: rush === undefined ? { expedited } : { rush, expedited },
    tolledDays,
  };
}
