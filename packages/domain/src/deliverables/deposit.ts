import type { Minutes } from "../values/duration.ts";
import { amountFor, type Cents, type RatePerHour } from "../values/money.ts";
import { floorDivide } from "../values/rounding.ts";

/** Minutes that carry a premium of so much an hour. */
export interface RatedMinutes {
  readonly ratePerHour: RatePerHour;
  readonly minutes: Minutes;
}

/** Money on one deliverable, and the minutes it covered so far: what of it is used follows from them (DLV-3). */
export interface Deposit {
  readonly amount: Cents;
  /** SOW minutes under it. */
  readonly coveredMinutes: Minutes;
  /** Those of them that carry a premium, each rate once. */
  readonly premiumMinutes: readonly RatedMinutes[];
}

/** What the covered minutes cost: base and premium, added up per rate over the deposit's life and rounded once each (DLV-3). */
export function depositUsed({ coveredMinutes, premiumMinutes }: Deposit, ratePerHour: RatePerHour): Cents {
  const premium = premiumMinutes.reduce((sum, part) => sum + amountFor(part.minutes, part.ratePerHour), 0);
  return amountFor(coveredMinutes, ratePerHour) + premium;
}

/** The money that is left of a deposit (DLV-3). */
export const depositLeft = (deposit: Deposit, ratePerHour: RatePerHour): Cents =>
  deposit.amount - depositUsed(deposit, ratePerHour);

/** The deposit with more minutes under it, each with this premium; null is without one. */
export function withCovered(deposit: Deposit, minutes: Minutes, premium: RatePerHour | null): Deposit {
  const coveredMinutes = deposit.coveredMinutes + minutes;
  if (premium === null || minutes === 0) return { ...deposit, coveredMinutes };
  const others = deposit.premiumMinutes.filter(({ ratePerHour }) => ratePerHour !== premium);
  const before = deposit.premiumMinutes.find(({ ratePerHour }) => ratePerHour === premium)?.minutes ?? 0;
  return {
    ...deposit,
    coveredMinutes,
    premiumMinutes: [...others, { ratePerHour: premium, minutes: before + minutes }],
  };
}

/** The most of `wanted` whole minutes that the rest of a deposit pays for, with this premium on each (DLV-3). */
export function minutesFromDeposit(
  deposit: Deposit,
  ratePerHour: RatePerHour,
  premium: RatePerHour | null,
  wanted: Minutes,
): Minutes {
  if (deposit.amount <= 0) return 0;
  const fits = (minutes: Minutes): boolean => depositLeft(withCovered(deposit, minutes, premium), ratePerHour) >= 0;
  // More minutes never cost less, so the most that fit are found by halving.
  let [most, tooMany] = [0, wanted + 1];
  while (tooMany - most > 1) {
    const tried = floorDivide(most + tooMany, 2);
    if (fits(tried)) most = tried;
    else tooMany = tried;
  }
  return most;
}
