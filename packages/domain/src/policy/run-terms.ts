import type { RunTerms } from "../billing/terms.ts";
import { type RateCardEntry, rateOn } from "../rates/rate-card.ts";
import type { Day } from "../values/day.ts";
import { policyOn } from "./in-force.ts";
import type { PolicyVersion } from "./policy.ts";

/**
 * The terms for a run on `today`: settings of the version in force today, and each work date rated by the version in
 * force on it, so that adopting a policy never changes the price of earlier work (RATE-2).
 */
export function runTerms(versions: readonly PolicyVersion[], today: Day): RunTerms {
  const { version, policy } = policyOn(versions, today);
  const rates = new Map<Day, RateCardEntry>();
  return {
    currency: policy.currency,
    policy: { id: policy.id, version },
    billing: policy.billing,
    allowances: policy.allowances,
    rateOn: (on) => {
      const known = rates.get(on);
      if (known !== undefined) return known;
      const rate = rateOn(policyOn(versions, on).policy.rateCard, on);
      rates.set(on, rate);
      return rate;
    },
  };
}
