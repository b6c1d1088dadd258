import { z } from "zod";
import { Minutes } from "../values/duration.ts";
import { blendedAmount, Cents, RatePerHour } from "../values/money.ts";

/** A premium line as it was charged. */
export const PremiumLine = z
  .object({
    minutes: Minutes,
    ratePerHour: RatePerHour,
    amount: Cents.nonnegative(),
    /** Minutes of change orders that are never credited: they keep the rate of the line (LEAD-5). */
    keptMinutes: Minutes.optional(),
  })
  .readonly();
export type PremiumLine = z.infer<typeof PremiumLine>;

export interface SettledLine {
  readonly due: Cents;
  readonly credit: Cents;
}

/**
 * What each premium line comes to at the settled rate, and what is credited of it. Every line is worked out and rounded
 * by itself, so the credits of several lines may differ by cents from that of one line over all minutes (LEAD-4).
 */
export const settleLines = (lines: readonly PremiumLine[], settledRate: RatePerHour): readonly SettledLine[] =>
  lines.map((line) => settleLine(line, settledRate));

/** One line settled; a settlement never raises what was charged. */
export function settleLine(
  { minutes, ratePerHour, amount, keptMinutes = 0 }: PremiumLine,
  settledRate: RatePerHour,
): SettledLine {
  const kept = Math.min(keptMinutes, minutes);
  const recomputed = blendedAmount([
    { minutes: minutes - kept, ratePerHour: settledRate },
    { minutes: kept, ratePerHour },
  ]);
  const due = Math.min(recomputed, amount);
  return { due, credit: amount - due };
}
