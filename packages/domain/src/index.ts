// The public face of the domain, area by area. Deep imports are closed by the exports map.

// values
export { type Cents, amountFor, Currency, decimalOf, formatMoney, minorDigits, RatePerHour } from "./values/money.ts";
export {
  type BareNumber,
  formatDuration,
  Minutes,
  minutesPerDay,
  type ParsedDuration,
  parseDuration,
} from "./values/duration.ts";
export {
  addDays,
  addMonths,
  Day,
  dayFromNumber,
  dayInZone,
  dayNumber,
  daysBetween,
  firstDay,
  firstOfMonth,
  isDay,
  Month,
  monthOf,
  monthPeriod,
  monthsAfter,
  Period,
  TimeZone,
  weekday,
} from "./values/day.ts";
export {
  businessDayAfter,
  businessDaysBetween,
  type Holidays,
  isBusinessDay,
  lastBusinessDay,
  nextBusinessDay,
} from "./values/business-days.ts";
export { lastDayOf, periodOf } from "./values/period.ts";
export { FactId, Slug, slugOf } from "./values/id.ts";
export { Name, Note, text } from "./values/text.ts";
export { ok, type Result, refused } from "./values/result.ts";
export {
  type Rejection,
  type RejectionCode,
  type RejectionKind,
  rejection,
  rejectionCodes,
  rejectionKind,
} from "./values/rejection.ts";
export { issuesOf, type ParsedIssue } from "./values/issue.ts";
export { type Trace, TraceStep } from "./values/trace.ts";

// clauses
export { Clause, Origin, SourceDocument } from "./clauses/clause.ts";
export { findClause } from "./clauses/find.ts";

// time
export { checkWorkDate, countedMinutes, TimeEntry } from "./time/entry.ts";
export { DateOrder } from "./time/date-order.ts";
export { type FileDateWatch, fileDateWatch } from "./time/import-dates.ts";
export { type CsvMap, ImportMap, type TimeclockMap, type WrittenImportMap } from "./time/import-map.ts";
export { builtInMap, importMapNames } from "./time/import-maps/built-in.ts";
export {
  type ImportedTime,
  ImportItem,
  ImportReason,
  type RowOutcome,
  type RowRefused,
} from "./time/import-outcome.ts";
export { type RowReader, rowReader } from "./time/import-row.ts";
export type { ImportSettings } from "./time/import-settings.ts";
export { type ClockOutcome, type TimeclockReader, timeclockReader } from "./time/timeclock.ts";

// rates
export { LeadTime } from "./rates/lead-time.ts";
export { Premiums } from "./rates/premiums.ts";
export { RateCard, RateCardEntry, rateOn } from "./rates/rate-card.ts";
export { Quote, QuoteLine, QuoteRequest, type QuoteTerms, quote } from "./rates/quote.ts";
export { type ForecastTerms, forecastRates, RateForecast, RateForecastRequest } from "./rates/rise-forecast.ts";

// people
export {
  customerHats,
  fillsHat,
  type Hat,
  HatAnswers,
  HatAssignment,
  HatId,
  HatReason,
  HatReasonCode,
  HatStanding,
  hatOf,
  hatStanding,
} from "./people/hats.ts";

// invoices
export { Party } from "./invoices/party.ts";
export { Charge, LineKind, SliceRef } from "./invoices/charge.ts";
export {
  type CoverSummary,
  Invoice,
  InvoiceDraft,
  InvoiceKind,
  InvoiceLine,
  invoiceNumber,
} from "./invoices/invoice.ts";
export {
  type CreditableLine,
  CreditLine,
  CreditMemo,
  CreditReason,
  creditAmount,
  creditMemoNumber,
  lastMinutes,
} from "./invoices/credit-memo.ts";
export { type Application, applyAmount, type OpenInvoice, oldestFirst } from "./invoices/apply.ts";
export {
  balanceOn,
  type InvoiceHistory,
  pastDueFrom,
  type StandingAnswer,
  standingOf,
  stoppages,
} from "./invoices/standing.ts";
export { type Statement, type StatementFact, statementOf } from "./invoices/statement.ts";

// lead-times
export { ChangeOrderEffect, LeadTimeTerms } from "./lead-times/terms.ts";
export {
  ClockDay,
  movedDate,
  type StatedDate,
  type Stop,
  StopOwner,
  stopsOf,
  TolledDays,
  tolledDays,
  Wait,
  type Waits,
  waitOfStoppage,
} from "./lead-times/clock.ts";
export {
  afterChange,
  changesThatCount,
  LeadTimeChange,
  type LeadTimePromise,
  promisedAtStart,
} from "./lead-times/promise.ts";
export { PremiumLine, type SettledLine, settleLines } from "./lead-times/premium-line.ts";
export { PremiumRequest } from "./lead-times/premium-request.ts";
export { PremiumSettlement, type SettlementTerms, settlePremium } from "./lead-times/settlement.ts";

// allowances
export { AllowanceTerms } from "./allowances/terms.ts";
export { Allowance, type GrantSale, type MonthlyAllowance } from "./allowances/purchase.ts";
export { allowanceCharge } from "./allowances/charge.ts";
export { allowanceOf, type Grant, grantId, grantsOf, monthsOf } from "./allowances/grants.ts";
export { purchaseWarnings, type Warning } from "./allowances/warnings.ts";

// packages
export { LaborRole, PackageContext, RoleFill } from "./packages/roles.ts";
export { offersOf, PackageLevel, PackageOffer, PackageTable, PortalAccess } from "./packages/package-table.ts";
export { OfferReason, OfferReasonCode, PackageRequest } from "./packages/wishes.ts";
export { PackageRecommendation, recommendPackage, TestedOffer } from "./packages/recommend.ts";
export { billingMonth, PackageSubscription, type PackageTime, PackageUsage, packageUsage } from "./packages/usage.ts";

// implementation
export {
  ConnectPackage,
  ImplementationTerms,
  MilestoneId,
  ProjectChange,
  ProjectKind,
  Side,
  Stage,
  Step,
  StepId,
} from "./implementation/stages.ts";
export { type ProjectQuestion, stepsOf } from "./implementation/repeats.ts";
export { SlipPart } from "./implementation/slip.ts";
export {
  ImplementationPlan,
  PlannedMilestone,
  PlannedStep,
  PlanRequest,
  planImplementation,
} from "./implementation/plan.ts";
export { type GapTerms, Gaps, GapsRequest, gapsOf, HatGap, RoleGap, type TeamFacts } from "./implementation/gaps.ts";

// process
export { Condition, EvidenceGiver, Gate } from "./process/gates.ts";
export { Phase, ProcessTerms } from "./process/phases.ts";
export { CustomizationProcess, customizationProcess } from "./process/customization-process.ts";
export {
  beginProcess,
  Evidence,
  evolvePhase,
  PhaseCommand,
  type PhaseEvent,
  type PhaseState,
  standingEvidence,
} from "./process/phase-history.ts";
export { type Circumstances, type Missing, missingAt } from "./process/missing.ts";
export { decidePhase } from "./process/phase.ts";

// cover
export type { FrozenUse, GrantPart, GrantUse } from "./cover/pool.ts";
export { type Cover, type CoverAnswer, type CoverQuestion, coverTime, type OpenTime } from "./cover/waterfall.ts";
export { type Alert, alertsOf } from "./cover/alerts.ts";
export { type AllowanceBalance, balancesOf } from "./cover/balance.ts";
export { type BurnDown, type BurnDownPoint, burnDown, remainingOf } from "./cover/burn-down.ts";
export { addMinuteAccounts, MinuteAccount, noMinutes, unaccountedMinutes } from "./cover/conservation.ts";

// billing
export { BillingTerms, type RunTerms } from "./billing/terms.ts";
export type { BillingFacts, OpenEntry } from "./billing/facts.ts";
export { type Allocation, allocate } from "./billing/allocate.ts";
export { draftAllowanceInvoice, draftWorkInvoice } from "./billing/draft.ts";
export { type NextPeriod, nextPeriod } from "./billing/period.ts";
export {
  type BillingStep,
  byIssueOrder,
  type ClosedPeriod,
  closeNextPeriod,
  closePeriod,
  invoiceMonth,
  monthsToInvoice,
  nextPeriodOf,
  type RunContext,
} from "./billing/step.ts";
export { unbilledAmount } from "./billing/unbilled.ts";
export { checkRunDay, draftInvoices, frozenMinutes, type RunDraft } from "./billing/run.ts";

// policy
export { Policy, PolicyVersion } from "./policy/policy.ts";
export { policyOn } from "./policy/in-force.ts";
export { runTerms } from "./policy/run-terms.ts";
export { defaultPolicy } from "./policy/cimcloud.ts";
export { validatePolicy } from "./policy/validate.ts";
export { diffPolicies } from "./policy/diff.ts";
