import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { amountFor, type Cents } from "../values/money.ts";
import type { RunTerms } from "./terms.ts";

/**
 * What open minutes would be invoiced at, each at the rate of its work date, rounded once per rate (RATE-2, RATE-5).
 * An outlook for screens: lines may split it further and differ by cents.
 */
export function unbilledAmount(
  open: readonly { readonly on: Day; readonly minutes: Minutes }[],
  rateOn: RunTerms["rateOn"],
): Cents {
  const minutesByRate = new Map<number, number>();
  for (const { on, minutes } of open) {
    const { ratePerHour } = rateOn(on);
    minutesByRate.set(ratePerHour, (minutesByRate.get(ratePerHour) ?? 0) + minutes);
  }
  return [...minutesByRate].reduce((sum, [ratePerHour, minutes]) => sum + amountFor(minutes, ratePerHour), 0);
}
