import { z } from "zod";
import type { Premiums } from "../rates/premiums.ts";
import { Day } from "../values/day.ts";
import { issuesOf } from "../values/issue.ts";
import { amountFor, Cents, Currency } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { type Trace, TraceStep } from "../values/trace.ts";
import { TolledDays } from "./clock.ts";
import { judgeLeadTime } from "./judgement.ts";
import { settleLine } from "./premium-line.ts";
import { PremiumRequest } from "./premium-request.ts";
import { chargeSteps, consequenceSteps } from "./settlement-trace.ts";
import type { LeadTimeTerms } from "./terms.ts";

/** What becomes of a premium, and the dates and stopped days it rests on. */
export const PremiumSettlement = z
  .object({
    currency: Currency,
    outcome: z.enum(["met", "downgraded", "credited", "lapsed"]),
    /** `proposed`: the amounts are what a coordinator's confirmation gives (LEAD-4). */
    decision: z.enum(["automatic", "proposed"]),
    premiumCharged: Cents,
    premiumDue: Cents,
    credit: Cents,
    /** After change orders replaced them and stopped days moved them. */
    dueDates: z.object({ rush: Day.optional(), expedited: Day }).readonly(),
    /** The stopped days after the approval, up to and with the moved expedited date. */
    tolledDays: z.array(TolledDays).readonly(),
    clauses: z.array(z.string()).readonly(),
    trace: z.array(TraceStep).readonly(),
  })
  .readonly();
export type PremiumSettlement = z.infer<typeof PremiumSettlement>;

/** The terms a settlement rests on. */
export interface SettlementTerms {
  readonly currency: Currency;
  readonly premiums: Premiums;
  readonly leadTimes: LeadTimeTerms;
  readonly holidays: readonly Day[];
}

/**
 * Whether a lead time was met on its moved dates (LEAD-6, LEAD-7), and what of its premium is due: all of it when met or
 * without a guarantee (LEAD-5), else what a credit leaves (LEAD-3) or would leave once confirmed (LEAD-4).
 */
export function settlePremium(
  input: z.input<typeof PremiumRequest>,
  terms: SettlementTerms,
): Result<PremiumSettlement> {
  const parsed = PremiumRequest.safeParse(input);
  if (!parsed.success) return refused(rejection("MALFORMED", { issues: issuesOf(parsed.error) }));
  const request = parsed.data;
  const judged = judgeLeadTime(request, terms);
  if (!judged.ok) return judged;
  const { verdict, dueDates, tolledDays } = judged.value;
  const { minutes } = request;
  const ratePerHour = terms.premiums[request.leadTime];
  const settledRate = verdict.settledAt === "nothing" ? 0 : terms.premiums[verdict.settledAt];
  const keptMinutes = Math.min(judged.value.keptMinutes, minutes);
  const line = { minutes, ratePerHour, amount: amountFor(minutes, ratePerHour), keptMinutes };
  const settled = settleLine(line, settledRate);
  const trace: Trace = [
    ...chargeSteps(request.leadTime, line),
    ...judged.value.trace,
    ...consequenceSteps(verdict, line, settledRate, settled),
  ];
  return ok({
    currency: terms.currency,
    outcome: verdict.outcome,
    decision: verdict.decision,
    premiumCharged: line.amount,
    premiumDue: settled.due,
    credit: settled.credit,
    dueDates,
    tolledDays: [...tolledDays],
    clauses: [...new Set(trace.map((step) => step.clause))],
    trace: [...trace],
  });
}
