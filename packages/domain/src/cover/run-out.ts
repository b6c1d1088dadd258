import { type Grant, grantsOf } from "../allowances/grants.ts";
import type { Allowance, GrantSale } from "../allowances/purchase.ts";
import type { AllowanceTerms } from "../allowances/terms.ts";
import { businessDaysBetween, type Holidays, isBusinessDay } from "../values/business-days.ts";
import { addDays, type Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { floorDivide } from "../values/rounding.ts";
import { type GrantUse, openPool } from "./pool.ts";

/** How fast hours are needed: all work of some business days that could draw on them, covered or not (ALW-5). */
export interface Pace {
  readonly minutes: Minutes;
  readonly businessDays: number;
}

/** Fewer business days than this say nothing of the next ones. */
export const leastBusinessDays = 10;

/** No forecast reaches further. */
const furthestDays = 3660;

/**
 * What becomes of pre-paid hours if work goes on at its pace. `lapses`: there is enough until `on`, the last day on which
 * they can be used; `minutes` are left on it then, of which `rolledOverMinutes` go into the next month (ALW-4).
 */
export type RunOut =
  | { readonly kind: "none-left" }
  | { readonly kind: "too-few-days"; readonly businessDays: number; readonly leastBusinessDays: number }
  | { readonly kind: "not-used" }
  | { readonly kind: "runs-out"; readonly on: Day }
  | { readonly kind: "lapses"; readonly on: Day; readonly minutes: Minutes; readonly rolledOverMinutes: Minutes }
  /** Longer than ten years. */
  | { readonly kind: "lasts" };

/** What a forecast of pre-paid hours follows from. */
export interface RunOutFacts {
  readonly allowances: readonly Allowance[];
  readonly sales: readonly GrantSale[];
  readonly terms: AllowanceTerms;
  /** What is used of each grant at the end of `today`, frozen and derived together. */
  readonly uses: readonly GrantUse[];
  readonly today: Day;
  readonly pace: Pace;
  readonly holidays: Holidays;
}

/** The business days of some days, the first and the last of them included. */
export const businessDaysOf = (from: Day, to: Day, holidays: Holidays): number =>
  Math.max(0, businessDaysBetween(addDays(from, -1), to, holidays));

/**
 * When pre-paid hours run out at the pace of the work that could draw on them: the same waterfall as for work that was done,
 * over the business days to come (ALW-5). Never after the day on which the hours that are there lapse (ALW-4): months to
 * come count only beside hours that never lapse. A forecast only: nothing rests on it.
 */
export function runOutOf(facts: RunOutFacts): RunOut {
  const { today, pace, holidays, terms } = facts;
  const left = facts.uses.filter((use) => isUsableOn(use.grant, today) && leftOf(use) > 0);
  if (left.length === 0) return { kind: "none-left" };
  if (pace.businessDays < leastBusinessDays)
    return { kind: "too-few-days", businessDays: pace.businessDays, leastBusinessDays };
  if (pace.minutes === 0) return { kind: "not-used" };

  const lapse = lapseOf(left);
  const last = lapse ?? addDays(today, furthestDays);
  const used = new Map(facts.uses.map(({ grant, usedMinutes }) => [grant.id, usedMinutes]));
  // With the month after, because what rolls over goes there.
  const grants = grantsOf(facts.allowances, facts.sales, terms, addDays(last, 1));
  const pool = openPool(grants, used, terms.rolloverCapMinutes);
  let [days, needed] = [0, 0];
  for (let on = addDays(today, 1); on <= last; on = addDays(on, 1)) {
    if (!isBusinessDay(on, holidays)) continue;
    days += 1;
    const due = floorDivide(pace.minutes * days, pace.businessDays);
    const taken = pool.take(on, due - needed).reduce((sum, { minutes }) => sum + minutes, 0);
    if (taken < due - needed || leftOn(pool.uses(), on) === 0) return { kind: "runs-out", on };
    needed = due;
  }
  if (lapse === null) return { kind: "lasts" };
  const minutes = leftOn(pool.uses(), lapse);
  const after = addDays(lapse, 1);
  pool.advance(after);
  const rolledOverMinutes = pool
    .uses()
    .filter(({ grant }) => grant.validUntil === after)
    .reduce((sum, use) => sum + use.rolledOverMinutes, 0);
  return { kind: "lapses", on: lapse, minutes, rolledOverMinutes };
}

const leftOf = ({ grant, usedMinutes, rolledOverMinutes }: GrantUse): Minutes =>
  Math.max(0, grant.minutes - usedMinutes - rolledOverMinutes);

const isUsableOn = ({ state, validFrom, validUntil }: Grant, on: Day): boolean =>
  state === "usable" && validFrom <= on && (validUntil === null || on < validUntil);

/** The last day on which any of the hours can be used; null where some never lapse. */
function lapseOf(uses: readonly GrantUse[]): Day | null {
  const ends = uses.map(({ grant }) => grant.validUntil);
  const until = ends.includes(null)
    ? null
    : (ends
        .flatMap((end) => end ?? [])
        .toSorted()
        .at(-1) ?? null);
  return until === null ? null : addDays(until, -1);
}

/** What can still be used of all grants on a day; hours that last into a day run out on that day. */
const leftOn = (uses: readonly GrantUse[], on: Day): Minutes =>
  uses.filter(({ grant }) => isUsableOn(grant, on)).reduce((sum, use) => sum + leftOf(use), 0);
