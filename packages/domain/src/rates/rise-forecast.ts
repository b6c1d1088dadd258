import { z } from "zod";
import { Day } from "../values/day.ts";
import { Cents, Currency, compound } from "../values/money.ts";
import { TraceStep } from "../values/trace.ts";
import { type RateCard, rateOn } from "./rate-card.ts";

/** The yearly rise a customer is told to expect, whole per cent (RATE-4). */
export const ExpectedRise = z
  // 40 % over 50 years is the most that stays exact in cents.
  .strictObject({ lowPercent: z.int().min(0).max(40), highPercent: z.int().min(0).max(40) })
  .refine((rise) => rise.lowPercent <= rise.highPercent, "lowPercent must not exceed highPercent")
  .readonly();
export type ExpectedRise = z.infer<typeof ExpectedRise>;

export const RateForecastRequest = z.object({ years: z.int().min(1).max(50).default(5), on: Day });
export type RateForecastRequest = z.infer<typeof RateForecastRequest>;

export const RateForecast = z
  .object({
    currency: Currency,
    base: Cents,
    years: z.array(z.object({ year: z.int(), low: Cents, high: Cents }).readonly()).readonly(),
    trace: z.array(TraceStep).readonly(),
  })
  .readonly();
export type RateForecast = z.infer<typeof RateForecast>;

export interface ForecastTerms {
  readonly currency: Currency;
  readonly rateCard: RateCard;
  readonly expectedRise: ExpectedRise;
}

/**
 * The range the standard rate may reach in each coming year. A forecast only: no rate changes by itself (RATE-4).
 * Year n is the base compounded n times in exact arithmetic and rounded once, cents per hour.
 */
export function forecastRates(request: RateForecastRequest, terms: ForecastTerms): RateForecast {
  const base = rateOn(terms.rateCard, request.on).ratePerHour;
  const { lowPercent, highPercent } = terms.expectedRise;
  const years = Array.from({ length: request.years }, (_, at) => ({
    year: at + 1,
    low: compound(base, 100 + lowPercent, at + 1),
    high: compound(base, 100 + highPercent, at + 1),
  }));
  const what = `Expected rise of ${lowPercent} % to ${highPercent} % a year`;
  return { currency: terms.currency, base, years, trace: [{ clause: "RATE-4", what, ratePerHour: base }] };
}
