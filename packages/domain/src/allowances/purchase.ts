import { z } from "zod";
import { Day, Month } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { FactId, Slug } from "../values/id.ts";
import { RatePerHour } from "../values/money.ts";

const common = {
  id: FactId,
  account: Slug,
  /** Order of purchase within the account: the last tie-break of the waterfall (ALW-5). */
  sequence: z.int().nonnegative(),
  /** Hours bought, as minutes; for a monthly one, each month (ALW-2). */
  minutes: Minutes.min(1),
  /** The standard rate of the validity date, kept for good (ALW-3). */
  ratePerHour: RatePerHour,
  /** Hours bought before these books were kept: a grant without an invoice (ALW-7). */
  opening: z.boolean(),
  /** Standing payment: each of its invoices is recorded paid on its issue day (ALW-3). */
  paid: z.boolean(),
};

/** Pre-paid hours as they were bought (ALW-1, ALW-2). */
export const Allowance = z.discriminatedUnion("kind", [
  z.object({ ...common, kind: z.literal("lump-sum"), validFrom: Day }).readonly(),
  z
    .object({
      ...common,
      kind: z.literal("monthly"),
      /** The month of the purchase's validity date; every grant covers one calendar month (ALW-4). */
      firstMonth: Month,
      /** The last month it runs; null while it goes on. */
      lastMonth: Month.nullable(),
    })
    .readonly(),
]);
export type Allowance = z.infer<typeof Allowance>;
export type MonthlyAllowance = Extract<Allowance, { kind: "monthly" }>;

/** Where the hours of one sale stand: issued with which invoice, settled or not, and what was taken back by credit. */
export interface GrantSale {
  readonly allowance: string;
  /** Null for a lump sum. */
  readonly month: Month | null;
  /** The invoice's balance is zero. */
  readonly settled: boolean;
  /** Minutes a credit took back (they are no longer sold). */
  readonly returnedMinutes: Minutes;
}
