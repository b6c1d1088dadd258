import { z } from "zod";
import { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { amountFor, Cents, Currency, RatePerHour } from "../values/money.ts";
import { type Trace, TraceStep } from "../values/trace.ts";
import { LeadTime } from "./lead-time.ts";
import type { Premiums } from "./premiums.ts";
import { type RateCard, rateOn } from "./rate-card.ts";

/** What is asked: how much work, on which lead time, at the rate of which day. */
export const QuoteRequest = z.object({
  minutes: Minutes.min(1, "must be more than zero").max(60_000_000),
  leadTime: LeadTime.default("standard"),
  on: Day,
});
export type QuoteRequest = z.infer<typeof QuoteRequest>;

export const QuoteLine = z
  .object({
    kind: z.enum(["labor", "premium"]),
    minutes: Minutes,
    ratePerHour: RatePerHour,
    amount: Cents,
    clauses: z.array(z.string()).readonly(),
  })
  .readonly();
export type QuoteLine = z.infer<typeof QuoteLine>;

export const Quote = z
  .object({
    currency: Currency,
    minutes: Minutes,
    leadTime: LeadTime,
    lines: z.array(QuoteLine).readonly(),
    total: Cents,
    trace: z.array(TraceStep).readonly(),
  })
  .readonly();
export type Quote = z.infer<typeof Quote>;

/** The terms a quote rests on. */
export interface QuoteTerms {
  readonly currency: Currency;
  readonly rateCard: RateCard;
  readonly premiums: Premiums;
}

/**
 * What the time would cost: a labor line at the standard rate of the day (RATE-1, RATE-2) and, for expedited or rush
 * work, the premium as a line of its own (LEAD-2). Each line is rounded once (RATE-5). Amounts in the smallest unit.
 */
export function quote(request: QuoteRequest, terms: QuoteTerms): Quote {
  const { minutes, leadTime, on } = request;
  const rate = rateOn(terms.rateCard, on);
  const labor: QuoteLine = {
    kind: "labor",
    minutes,
    ratePerHour: rate.ratePerHour,
    amount: amountFor(minutes, rate.ratePerHour),
    clauses: ["RATE-1", "RATE-2", "RATE-5", "RATE-6"],
  };
  const lines = leadTime === "standard" ? [labor] : [labor, premiumLine(minutes, terms.premiums[leadTime])];
  const trace: Trace = lines.map((line) => ({
    clause: line.kind === "labor" ? "RATE-2" : "LEAD-2",
    what: line.kind === "labor" ? `Standard rate valid from ${rate.validFrom}` : `Premium for ${leadTime} lead time`,
    minutes: line.minutes,
    ratePerHour: line.ratePerHour,
    amount: line.amount,
    facts: { on },
  }));
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  return { currency: terms.currency, minutes, leadTime, lines, total, trace: [...trace] };
}

function premiumLine(minutes: Minutes, ratePerHour: RatePerHour): QuoteLine {
  const amount = amountFor(minutes, ratePerHour);
  return { kind: "premium", minutes, ratePerHour, amount, clauses: ["LEAD-1", "LEAD-2", "RATE-5", "RATE-6"] };
}
