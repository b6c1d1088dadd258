import { z } from "zod";
import { Day } from "../values/day.ts";
import { RatePerHour } from "../values/money.ts";

/** One standard rate and the first work date it holds for. */
export const RateCardEntry = z
  .strictObject({
    validFrom: Day,
    // Less would make a minute worth nothing, and there is never a zero invoice (INV-1).
    ratePerHour: RatePerHour.min(30),
  })
  .readonly();
export type RateCardEntry = z.infer<typeof RateCardEntry>;

/** The standard rates over time, oldest first (RATE-2). */
export const RateCard = z
  .array(RateCardEntry)
  .min(1, "a rate card needs at least one rate")
  .refine((card) => card.every((entry, at) => at === 0 || (card[at - 1]?.validFrom ?? "") < entry.validFrom), {
    error: "rates must be in order of validFrom, each day once",
  })
  .readonly();
export type RateCard = z.infer<typeof RateCard>;

/** The rate for work dated `on`: the latest entry begun by then; the earliest also holds for all days before it (RATE-2). */
export function rateOn(card: RateCard, on: Day): RateCardEntry {
  const rate = card.findLast((entry) => entry.validFrom <= on) ?? card[0];
  if (rate === undefined) throw new RangeError("A rate card needs at least one rate.");
  return rate;
}
