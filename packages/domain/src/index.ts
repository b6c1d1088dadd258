// The public face of the domain, area by area. Deep imports are closed by the exports map.

// values
export { amountFor, Cents, Currency, decimalOf, formatMoney, minorDigits, RatePerHour } from "./values/money.ts";
export {
  type BareNumber,
  formatDuration,
  Minutes,
  minutesBetween,
  minutesPerDay,
  type ParsedDuration,
  parseDuration,
} from "./values/duration.ts";
export {
  addDays,
  addMonths,
  BeyondCalendar,
  Day,
  dayFromNumber,
  dayInZone,
  dayNumber,
  daysBetween,
  dayStart,
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
export { type DayHabits, type DayPart, plainHabits, type ReadDay, readDay } from "./values/read-day.ts";
export { checkStatedDay, farFromToday } from "./values/stated-day.ts";
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
export { checkWorkDate, countedMinutes, TimeEntry, WorkDate } from "./time/entry.ts";
export {
  type MissingTime,
  missingTime,
  missingTimeFrom,
  type TimeUse,
  type UtilisationAnswer,
  utilisationOf,
  type WorkedDay,
  weekStart,
} from "./time/utilisation.ts";
export { DateOrder, watchDates } from "./time/date-order.ts";
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
export { type KnownPerson, likenessOf, type MeantPerson, type NamedPerson, personMeant } from "./people/same-person.ts";
export { Employment, hatAssignments, onlyWearer, Person, WornHat, withHat, withoutHat } from "./people/person.ts";

// product
export {
  decideItem,
  evolveItem,
  isEnded,
  mayBecome,
  ProductItem,
  ProductItemKind,
  type ProductItemMoved,
  type ProductItemNews,
  ProductItemState,
  ProductItemStep,
  type ReportedItem,
  reportItem,
} from "./product/product-item.ts";

// invoices
export { Party } from "./invoices/party.ts";
export { Charge, LineKind, SliceRef } from "./invoices/charge.ts";
export { type InvoiceRecord, isMoney, type LineRecord } from "./invoices/invoice-record.ts";
export type { AppliedMoney, MoneySource, PaymentRecord, Unapplied } from "./invoices/payment.ts";
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
  CreditMemoReason,
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
export {
  type MonthlyAmount,
  type RevenueAnswer,
  type RevenueKind,
  type RevenueRow,
  revenueKinds,
  revenueOf,
} from "./invoices/revenue.ts";
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
  promisedAtApproval,
} from "./lead-times/promise.ts";
export { PremiumLine, type SettledLine, settleLines } from "./lead-times/premium-line.ts";
export { PremiumRequest } from "./lead-times/premium-request.ts";
export { judgeLeadTime, type LeadTimeHistory, type LeadTimeJudgement } from "./lead-times/judgement.ts";
export type { DueDates } from "./lead-times/verdict.ts";
export { PremiumSettlement, type SettlementTerms, settlePremium } from "./lead-times/settlement.ts";

// allowances
export { AllowanceTerms } from "./allowances/terms.ts";
export { Allowance, type GrantSale, type MonthlyAllowance } from "./allowances/purchase.ts";
export { allowanceCharge } from "./allowances/charge.ts";
export { allowanceOf, type Grant, grantId, grantsOf, monthsOf } from "./allowances/grants.ts";
export { purchaseDayWarnings, purchaseWarnings, type Warning } from "./allowances/warnings.ts";

// deliverables
export { DeliverableTerms } from "./deliverables/terms.ts";
export { Deliverable, DeliverableKind, PhaseEstimate } from "./deliverables/deliverable.ts";
export { Sow } from "./deliverables/sow.ts";
export { ChangeOrder } from "./deliverables/change-order.ts";
export { checkWait, DeliverableWait, type SettledUntil } from "./deliverables/wait.ts";
export { PremiumDecision, SettledPart, SettledPremiumLine } from "./deliverables/premium-decision.ts";
export {
  type Deposit,
  depositLeft,
  depositUsed,
  minutesFromDeposit,
  type RatedMinutes,
} from "./deliverables/deposit.ts";
export {
  type SettledSowMinutes,
  type SowFacts,
  type SowPremium,
  type SowWork,
  sowOf,
  sowWorkFrom,
} from "./deliverables/sow-work.ts";
export { heldMinutes, type OpenSowTime, roomWithin } from "./deliverables/held.ts";
export {
  clockStart,
  type LeadTimeFacts,
  leadTimeHistory,
  type PromisingSow,
  promisingSow,
  settledOn,
} from "./deliverables/lead-time-facts.ts";
export {
  type ClockMarker,
  type ClockState,
  type LeadTimeClock,
  leadTimeClock,
  type StripDay,
} from "./deliverables/lead-time-clock.ts";
export {
  type BilledPremium,
  type DeliverableSettlement,
  type LineSettlement,
  type PremiumMinutes,
  type PremiumTime,
  type SettledPremium,
  settledRateOf,
  settleDeliverable,
  settlementOf,
} from "./deliverables/settle-deliverable.ts";
export { checkParent } from "./deliverables/breakdown.ts";
export { type EstimateAgainstActual, type EstimateFacts, estimateAgainstActual } from "./deliverables/estimate.ts";
export { type SowPrice, sowPrice } from "./deliverables/price.ts";
export { faultsOfEstimates, issueSow, SowRequest, type SowTerms } from "./deliverables/issue-sow.ts";
export { type Approval, approveSow } from "./deliverables/approve-sow.ts";
export { contentOfChangeOrder, contentOfSow } from "./deliverables/sealed-content.ts";
export { type DepositContext, draftDepositInvoice } from "./deliverables/deposit-invoice.ts";
export {
  type ChangedWork,
  ChangeOrderRequest,
  decideChangeOrder,
  proposeChangeOrder,
  sowToChange,
} from "./deliverables/decide-change-order.ts";
export {
  type ApprovedWork,
  approvedWork,
  type ChangeOrderConsequence,
  changeOrderConsequence,
  type Guarantee,
  type StatedChange,
  statedChanges,
  type WorkTerms,
} from "./deliverables/consequence.ts";

// requests
export { RequestTerms, StartWindow } from "./requests/terms.ts";
export {
  AcceptedAs,
  beginRequest,
  CustomerRequest,
  evolveRequest,
  queueOf,
  RequestCommand,
  RequestEvent,
  type RequestQueue,
  RequestSize,
  RequestState,
  type Submission,
} from "./requests/request.ts";
export { decideRequest } from "./requests/decide-request.ts";
export { type ClockTerms, FollowUpClock, followUpClock } from "./requests/follow-up-clock.ts";
export { ExpectedStart, expectedStart } from "./requests/start-window.ts";
export { KeptCount, RequestScore, type ScoredRequest, scoreRequests } from "./requests/score.ts";

// packages
export { LaborRole, PackageContext, RoleFill } from "./packages/roles.ts";
export { offersOf, PackageLevel, PackageOffer, PackageTable, PortalAccess } from "./packages/package-table.ts";
export { OfferReason, OfferReasonCode, PackageRequest } from "./packages/wishes.ts";
export { PackageRecommendation, recommendPackage, TestedOffer } from "./packages/recommend.ts";
export { billingMonth, PackageSubscription, type PackageTime, PackageUsage, packageUsage } from "./packages/usage.ts";
export { runsOn, Subscription, subscriptionWarnings } from "./packages/subscription.ts";

// implementation
export {
  Checklist,
  ChecklistItem,
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
export { nextStep, type StepToCome } from "./implementation/next-step.ts";
export {
  ImplementationPlan,
  PlannedMilestone,
  PlannedStep,
  PlanRequest,
  planImplementation,
} from "./implementation/plan.ts";
export {
  CheckedItem,
  CheckedList,
  SavedPlan,
  SavedPlanAnswer,
  savedPlanAnswer,
  withItem,
  withStep,
} from "./implementation/saved-plan.ts";
export { type GapTerms, Gaps, GapsRequest, gapsOf, HatGap, RoleGap, type TeamFacts } from "./implementation/gaps.ts";

// process
export { Condition, EvidenceGiver, FindingKind, Gate } from "./process/gates.ts";
export { conditionsOf, Phase, ProcessTerms } from "./process/phases.ts";
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
export {
  beginPhaseRecord,
  daysInPhase,
  earliestMove,
  inPhaseSince,
  isOver,
  PhaseMove,
  PhaseRecord,
  stabilizationDaysOf,
  withPhaseEvents,
  withStabilizationDays,
} from "./process/phase-record.ts";
export { endFinding, Finding, openFindings, reportFinding } from "./process/finding.ts";
export {
  type ConditionStanding,
  conditionOf,
  type GateStanding,
  type PhaseStanding,
  type PhaseView,
  phaseOf,
  phaseView,
} from "./process/phase-view.ts";
export { type Dossier, type DossierStatement, gateDossier, type SealedDocument } from "./process/dossier.ts";
export {
  CompatibilityReview,
  Customization,
  decideReview,
  openUpdate,
  ReviewOutcome,
  updateIdOf,
  VersionUpdate,
} from "./process/customization.ts";

// cut-over
export { type CellKind, readCell } from "./cut-over/cell.ts";
export { cutOverReader, type RowColumn, type RowLayout, type RowRead } from "./cut-over/row-reader.ts";
export {
  RowMap,
  type RowTranslator,
  rowTranslator,
  type Translated,
  type WrittenRowMap,
} from "./cut-over/row-map.ts";
export { builtInInvoiceMap, invoiceMapNames } from "./cut-over/row-maps/invoices.ts";
export { AccountRow, accountFile } from "./cut-over/account-row.ts";
export { AllowanceRow, allowanceFile } from "./cut-over/allowance-row.ts";
export { InvoiceRow, invoiceFile } from "./cut-over/invoice-row.ts";
export { DeliverableRow, deliverableFile } from "./cut-over/deliverable-row.ts";
export { draftOpeningInvoice, type OpeningInvoiceContext } from "./cut-over/opening-invoice.ts";
export { type OpeningSowTerms, openingSow } from "./cut-over/opening-sow.ts";
export { type TakingOver, takenOverRecord } from "./cut-over/taken-over-record.ts";

// cover
export type { FrozenUse, GrantPart, GrantUse } from "./cover/pool.ts";
export {
  type ChargedPremium,
  type Cover,
  type CoverAnswer,
  type CoverQuestion,
  type CoverSources,
  coverTime,
  type OpenTime,
} from "./cover/waterfall.ts";
export { type Alert, alertsOf } from "./cover/alerts.ts";
export { type AllowanceBalance, balancesOf } from "./cover/balance.ts";
export { type BurnDown, type BurnDownPoint, burnDown, remainingOf } from "./cover/burn-down.ts";
export {
  businessDaysOf,
  leastBusinessDays,
  type Pace,
  type RunOut,
  type RunOutFacts,
  runOutOf,
} from "./cover/run-out.ts";
export { addMinuteAccounts, MinuteAccount, noMinutes, unaccountedMinutes } from "./cover/conservation.ts";
export { type UsedWork, type UsedWorkFacts, usedWork } from "./cover/used-work.ts";

// minutes
export { type EntryRecord, newEntry } from "./minutes/entry-record.ts";
export { isSettling, isTakingBack, type Move, type Settling, type TakingBack } from "./minutes/move.ts";
export type { Place, SettledPlace } from "./minutes/place.ts";
export { type PremiumSlice, premiumOn } from "./minutes/premium-slice.ts";
export { type Slice, type Taken, takingBack } from "./minutes/slice.ts";
export { lengthOf, type Span } from "./minutes/span.ts";

// billing
export { BillingTerms, type RunTerms } from "./billing/terms.ts";
export type { BillingFacts, OpenEntry } from "./billing/facts.ts";
export { type Allocation, allocate } from "./billing/allocate.ts";
export { draftAllowanceInvoice, draftWorkInvoice } from "./billing/draft.ts";
export { type NextPeriod, nextPeriod } from "./billing/period.ts";
export { type AccountPlan, type ParkedAccount, planAccount } from "./billing/plan-account.ts";
export {
  type BillingStep,
  byIssueOrder,
  type ClosedPeriod,
  closeNextPeriod,
  closePeriod,
  daysToClose,
  invoiceMonth,
  type LeftOpen,
  monthsToInvoice,
  nextPeriodOf,
  type RunContext,
} from "./billing/step.ts";
export { type UnbilledTime, unbilledAmount } from "./billing/unbilled.ts";
export {
  type CoveredPeriod,
  checkRunDay,
  coveredPeriod,
  type AccountRun,
  draftInvoices,
  draftRun,
  frozenMinutes,
  type LaterAccount,
  type RunDraft,
} from "./billing/run.ts";

// policy
export { Policy, PolicyVersion } from "./policy/policy.ts";
export { policyOn } from "./policy/in-force.ts";
export { runTerms } from "./policy/run-terms.ts";
export { defaultPolicy } from "./policy/cimcloud.ts";
export { upgradePolicy } from "./policy/upgrade.ts";
export { validatePolicy } from "./policy/validate.ts";
export { diffPolicies, type PolicyChange } from "./policy/diff.ts";
export {
  clausesOfSetting,
  type PolicySetting,
  policySettings,
  policyTables,
  type SettingKind,
  type SettingWriting,
  settingValue,
  settingWords,
} from "./policy/settings.ts";

// ledger
export { after } from "./ledger/after.ts";
export {
  type AccountBooks,
  billingFactsOn,
  emptyBooks,
  type InvoiceOnBooks,
  type SaleOnBooks,
  type SowOnBooks,
  sowWorkOn,
} from "./ledger/books.ts";
export { postPeriod } from "./ledger/close-period.ts";
export { amendTime, type ReplacementRecord, reverseTime, writeOffTime } from "./ledger/correct-time.ts";
export { creditLine } from "./ledger/credit.ts";
export { type Command, type DecisionContext, decide, type LoggedTime } from "./ledger/decide.ts";
export {
  afterCorrection,
  type Closing,
  closeEnded,
  closingOf,
  creditReturned,
  type Ending,
  endDeliverable,
} from "./ledger/end-work.ts";
export { issueInvoice, sellHours, takeOverInvoice } from "./ledger/issue-invoice.ts";
export type { IssuedMemo } from "./ledger/issue-memo.ts";
export { type Ledger, openLedger, post } from "./ledger/ledger.ts";
export { pay, reversePayment } from "./ledger/pay.ts";
export { type Change, documentsOf, type Posting } from "./ledger/posting.ts";
export {
  type AccountHistory,
  type Deed,
  minutesOn,
  type Replayed,
  replay,
} from "./ledger/replay.ts";
export { creditPremium, premiumTimeOn } from "./ledger/settle-premium.ts";
export { voidInvoice } from "./ledger/void-invoice.ts";
