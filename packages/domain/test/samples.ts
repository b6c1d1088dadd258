import type { Grant } from "../src/allowances/grants.ts";
import type { Allowance, MonthlyAllowance } from "../src/allowances/purchase.ts";
import type { AllowanceTerms } from "../src/allowances/terms.ts";
import type { BillingFacts, OpenEntry } from "../src/billing/facts.ts";
import type { RunContext } from "../src/billing/step.ts";
import type { BillingTerms, RunTerms } from "../src/billing/terms.ts";
import type { SowPremium, SowWork } from "../src/deliverables/sow-work.ts";
import { defaultPolicy } from "../src/policy/cimcloud.ts";
import { type RateCard, rateOn } from "../src/rates/rate-card.ts";
import { addMonths, firstOfMonth } from "../src/values/day.ts";

/** Plain data with everything a test does not talk about filled in. */

export const hours = (count: number): number => count * 60;

const purchase = { account: "acme", sequence: 1, minutes: hours(10), ratePerHour: 23_500, opening: false, paid: false };

export const lump = (id: string, changes: Partial<Extract<Allowance, { kind: "lump-sum" }>> = {}): Allowance => ({
  ...purchase,
  id,
  kind: "lump-sum",
  validFrom: "2024-01-01",
  ...changes,
});

export const monthly = (id: string, changes: Partial<MonthlyAllowance> = {}): MonthlyAllowance => ({
  ...purchase,
  id,
  kind: "monthly",
  firstMonth: "2024-01",
  lastMonth: null,
  ...changes,
});

/** A grant of a lump sum: it never expires. */
export const lumpGrant = (id: string, changes: Partial<Grant> = {}): Grant => ({
  id,
  allowance: id,
  month: null,
  validFrom: "2024-01-01",
  validUntil: null,
  minutes: 60,
  sequence: 1,
  state: "usable",
  rolledOver: false,
  ...changes,
});

/** The grant of one month of a monthly purchase. */
export const monthGrant = (allowance: string, month: string, changes: Partial<Grant> = {}): Grant => ({
  ...lumpGrant(`${allowance}/${month}`),
  allowance,
  month,
  validFrom: firstOfMonth(month),
  validUntil: firstOfMonth(addMonths(month, 1)),
  ...changes,
});

export const allowanceTerms = (changes: Partial<AllowanceTerms> = {}): AllowanceTerms => ({
  ...defaultPolicy.allowances,
  ...changes,
});

interface TermsChanges {
  readonly allowances?: Partial<AllowanceTerms>;
  readonly billing?: Partial<BillingTerms>;
  readonly rateCard?: RateCard;
}

export function terms({ allowances, billing, rateCard = defaultPolicy.rateCard }: TermsChanges = {}): RunTerms {
  return {
    currency: "USD",
    policy: { id: "cimcloud", version: 1 },
    billing: { ...defaultPolicy.billing, ...billing },
    allowances: allowanceTerms(allowances),
    rateOn: (on) => rateOn(rateCard, on),
  };
}

const party = (name: string) => ({ name, address: "", email: "" });

export const runContext = (changes: Partial<RunContext> = {}): RunContext => ({
  from: party("Pro Services"),
  today: "2024-12-31",
  through: "2024-12-31",
  terms: terms(),
  ...changes,
});

export const openEntry = (id: string, on: string, minutes: number, changes: Partial<OpenEntry> = {}): OpenEntry => ({
  id,
  on,
  minutes,
  deliverable: null,
  deferredOn: null,
  ...changes,
});

export const facts = (changes: Partial<BillingFacts> = {}): BillingFacts => ({
  account: "acme",
  party: party("Acme"),
  billingAnchor: null,
  closedThrough: null,
  entries: [],
  allowances: [],
  sales: [],
  frozen: new Map(),
  ...changes,
});

/** A deliverable with an approved SOW of ten hours, from the first day of 2024 on: no deposit, no premium. */
export const sowWork = (changes: Partial<SowWork> = {}): SowWork => ({
  deliverable: "shop",
  from: "2024-01-01",
  until: null,
  ratePerHour: 23_500,
  premium: null,
  approvedMinutes: hours(10),
  countedMinutes: 0,
  deposit: { amount: 0, coveredMinutes: 0, premiumMinutes: [] },
  drawFromAllowance: false,
  overrun: "hold",
  ...changes,
});

/** A deposit that nothing was covered by yet. */
export const deposit = (amount: number): SowWork["deposit"] => ({ amount, coveredMinutes: 0, premiumMinutes: [] });

/** The rush premium before delivery. */
export const rush = (changes: Partial<SowPremium> = {}): SowPremium => ({
  ratePerHour: 10_000,
  until: null,
  settledRate: null,
  keptOpenMinutes: 0,
  ...changes,
});
