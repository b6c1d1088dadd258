import { z } from "zod";
import { PremiumSettlement } from "../lead-times/settlement.ts";
import { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { Slug } from "../values/id.ts";
import { Cents, RatePerHour } from "../values/money.ts";
import { Name, Note } from "../values/text.ts";

/** Minutes of a deliverable that carry its premium, and what the premium comes to on them as charged and as settled. */
export const SettledPart = z.object({ minutes: Minutes, keptMinutes: Minutes, charged: Cents, due: Cents }).readonly();
export type SettledPart = z.infer<typeof SettledPart>;

/** What a settlement makes of one premium line of an invoice (LEAD-4, LEAD-8). */
export const SettledPremiumLine = z
  .object({
    invoice: z.string(),
    line: z.int().min(1),
    /** Up to the delivery day, after earlier credits. */
    minutes: Minutes,
    /** Of them, those that keep the full premium (LEAD-5). */
    keptMinutes: Minutes,
    /** Dated after the delivery day: no premium time, credited in full (LEAD-2). */
    laterMinutes: Minutes,
    charged: Cents,
    due: Cents,
    credit: Cents,
  })
  .readonly();
export type SettledPremiumLine = z.infer<typeof SettledPremiumLine>;

/** What became of a deliverable's premium at its delivery: settled once, by rule or by a person (LEAD-3, LEAD-4, LEAD-8). */
export const PremiumDecision = z
  .object({
    account: Slug,
    /** The deliverable: there is one decision for each. */
    id: Slug,
    deliveredOn: Day,
    /** The evidence it rests on, as it stood when it was last worked out before the decision. */
    settlement: PremiumSettlement,
    /** `automatic`: a duty, nobody decides. `declined`: the premium stays due. */
    state: z.enum(["proposed", "automatic", "confirmed", "declined"]),
    decidedOn: Day.nullable(),
    decidedBy: Name.nullable(),
    reason: Note.nullable(),
    /** The premium per hour that time which is not invoiced yet carries from the decision on; the full one until then. */
    settledRate: RatePerHour,
    /** Minutes of change orders that keep the full premium, and how many of them were invoiced or under the deposit by then (LEAD-5). */
    keptMinutes: Minutes,
    keptBilledMinutes: Minutes,
    /** Of the premium minutes under the deposit at the decision, those that keep the full premium. */
    keptDepositMinutes: Minutes,
    creditMemos: z.array(z.string()).readonly(),
    /** The premium lines that were on invoices, in order of issue. */
    lines: z.array(SettledPremiumLine).readonly().default([]),
    /** Minutes under the deposit, and minutes that were not invoiced yet, when the decision was taken. */
    deposit: SettledPart.nullable().default(null),
    notInvoiced: SettledPart.nullable().default(null),
  })
  .readonly();
export type PremiumDecision = z.infer<typeof PremiumDecision>;
