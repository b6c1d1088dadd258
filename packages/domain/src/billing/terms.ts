import { z } from "zod";
import type { AllowanceTerms } from "../allowances/terms.ts";
import type { RateCardEntry } from "../rates/rate-card.ts";
import { Day } from "../values/day.ts";
import type { Currency } from "../values/money.ts";

/** What a practice decides about billing: the grid of periods (INV-1) and the increment time is billed in (RATE-5). */
export const BillingTerms = z
  .strictObject({
    anchor: Day,
    periodDays: z.int().min(1).max(366),
    incrementMinutes: z.int().min(1).max(480),
    /** As many invoices a run may issue for one account on one day; beyond, it leaves the account and says so (INV-4). */
    mostInvoicesADay: z.int().min(1).max(100_000).default(250),
  })
  .readonly();
export type BillingTerms = z.infer<typeof BillingTerms>;

/** The agreed terms a run works with: the policy in force today, and the rate in force on each work date. */
export interface RunTerms {
  readonly currency: Currency;
  readonly policy: { readonly id: string; readonly version: number };
  readonly billing: BillingTerms;
  readonly allowances: AllowanceTerms;
  /** The standard rate for work dated on a day (RATE-2). */
  readonly rateOn: (on: Day) => RateCardEntry;
}
