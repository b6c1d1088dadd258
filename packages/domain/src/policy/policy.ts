import { z } from "zod";
import { AllowanceTerms } from "../allowances/terms.ts";
import { BillingTerms } from "../billing/terms.ts";
import { Clause, SourceDocument } from "../clauses/clause.ts";
import { DeliverableTerms } from "../deliverables/terms.ts";
import { ImplementationTerms } from "../implementation/stages.ts";
import { InvoiceTerms } from "../invoices/terms.ts";
import { LeadTimeTerms } from "../lead-times/terms.ts";
import { PackageTable } from "../packages/package-table.ts";
import { ProcessTerms } from "../process/phases.ts";
import { Premiums } from "../rates/premiums.ts";
import { RateCard } from "../rates/rate-card.ts";
import { ExpectedRise } from "../rates/rise-forecast.ts";
import { RequestTerms } from "../requests/terms.ts";
import { Day } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import { Currency } from "../values/money.ts";
import { Name } from "../values/text.ts";

/** Everything a practice decides, as data: what it sells at which terms, and the clauses that its answers cite. */
export const Policy = z
  .object({
    id: Slug,
    title: Name,
    currency: Currency,
    rateCard: RateCard,
    premiums: Premiums,
    expectedRise: ExpectedRise,
    leadTimes: LeadTimeTerms,
    allowances: AllowanceTerms,
    requests: RequestTerms,
    invoices: InvoiceTerms,
    billing: BillingTerms,
    deliverables: DeliverableTerms,
    packages: PackageTable,
    implementation: ImplementationTerms,
    process: ProcessTerms,
    /** Days that are not business days, beside Saturday and Sunday (REQ-1, LEAD-6). */
    holidays: z.array(Day).readonly(),
    documents: z.array(SourceDocument).readonly(),
    clauses: z.array(Clause).readonly(),
  })
  .strict()
  .readonly();
export type Policy = z.infer<typeof Policy>;

/** A policy and the first day it is in force; earlier days keep what was agreed for them. */
export const PolicyVersion = z.object({ version: z.int().min(1), from: Day, policy: Policy }).readonly();
export type PolicyVersion = z.infer<typeof PolicyVersion>;
