import { z } from "zod";
import { LeadTime } from "../rates/lead-time.ts";
import type { Premiums } from "../rates/premiums.ts";
import { addDays, Day } from "../values/day.ts";
import type { ParsedIssue } from "../values/issue.ts";
import { Cents, type RatePerHour } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { Note } from "../values/text.ts";
import { type Deliverable, PhaseEstimate } from "./deliverable.ts";
import type { Sow } from "./sow.ts";

/** What a SOW is to say. */
export const SowRequest = z.object({
  /** What will be done; the deliverable's requirements, unless stated. */
  scope: Note.optional(),
  /** Minutes per phase; the deliverable's estimates, unless stated. */
  estimates: z.array(PhaseEstimate).max(100).readonly().optional(),
  leadTime: LeadTime.default("standard"),
  expeditedBy: Day.optional(),
  rushBy: Day.optional(),
  /** Money on the deliverable, in the smallest unit (DLV-3). */
  deposit: Cents.nonnegative().max(1_000_000_000_000).default(0),
  /** On how many days after its issue it can be approved; the policy's, unless stated (DLV-2). */
  validDays: z.int().min(1).max(366).optional(),
});
export type SowRequest = z.infer<typeof SowRequest>;

/** What a SOW rests on, as it stands on its issue day. */
export interface SowTerms {
  readonly issuedOn: Day;
  readonly ratePerHour: RatePerHour;
  readonly premiums: Premiums;
  readonly policyVersion: number;
  readonly validDays: number;
  /** The phases of the process, in order. */
  readonly phases: readonly string[];
}

/** What is wrong with the dates of a lead time: rush states two, expedited one, standard none (LEAD-7). */
export function datesOfLeadTime(
  leadTime: LeadTime,
  { expeditedBy, rushBy }: { readonly expeditedBy?: Day | null | undefined; readonly rushBy?: Day | null | undefined },
  earliest: Day,
  fields: { readonly expeditedBy: string; readonly rushBy: string } = { expeditedBy: "expeditedBy", rushBy: "rushBy" },
): readonly ParsedIssue[] {
  const issues: ParsedIssue[] = [];
  const check = (path: string, date: Day | null | undefined, wanted: boolean): void => {
    if (wanted && date == null) issues.push({ path, message: `the ${leadTime} lead time states this date` });
    if (!wanted && date != null) issues.push({ path, message: `the ${leadTime} lead time has no such date` });
    if (date != null && date < earliest) issues.push({ path, message: `must not be before ${earliest}` });
  };
  check(fields.expeditedBy, expeditedBy, leadTime !== "standard");
  check(fields.rushBy, rushBy, leadTime === "rush");
  if (expeditedBy != null && rushBy != null && rushBy > expeditedBy)
    issues.push({ path: fields.rushBy, message: "must not be after the expedited date" });
  return issues;
}

/** Estimates that cannot be: phases that the process lacks, or that are named twice. */
export const faultsOfEstimates = (
  estimates: readonly PhaseEstimate[],
  phases: readonly string[],
): readonly ParsedIssue[] =>
  estimates.flatMap(({ phase }, at) => {
    const path = `estimates.${at}.phase`;
    if (!phases.includes(phase)) return [{ path, message: `"${phase}" is no phase; there are ${phases.join(", ")}` }];
    return estimates.findIndex((each) => each.phase === phase) < at
      ? [{ path, message: `"${phase}" is estimated already` }]
      : [];
  });

/** Issues a SOW with all costs of a deliverable but its change orders, at the rate of its issue day (DLV-2, RATE-3, LEAD-7). */
export function issueSow(
  deliverable: Deliverable,
  request: SowRequest,
  terms: SowTerms,
  earlier: readonly Sow[],
): Result<Sow> {
  const { leadTime, expeditedBy, rushBy, deposit } = request;
  const estimates = (request.estimates ?? deliverable.estimates).filter(({ minutes }) => minutes > 0);
  const issues = [
    ...faultsOfEstimates(request.estimates ?? [], terms.phases),
    ...datesOfLeadTime(leadTime, { expeditedBy, rushBy }, terms.issuedOn),
  ];
  if (issues.length > 0) return refused(rejection("MALFORMED", { issues }));
  const { id, account, state } = deliverable;
  if (state !== "open") return refused(rejection("DELIVERABLE_CLOSED", { deliverable: id, state }));
  const approved = earlier.find((sow) => sow.state === "approved");
  if (approved !== undefined) return refused(rejection("SOW_ALREADY_APPROVED", { deliverable: id, sow: approved.id }));
  if (leadTime !== "standard" && !isDiscrete(deliverable))
    return refused(rejection("LEAD_TIME_NOT_ELIGIBLE", { deliverable: id }));
  const minutes = estimates.reduce((sum, each) => sum + each.minutes, 0);
  if (minutes === 0) return refused(rejection("SOW_WITHOUT_ESTIMATE", { deliverable: id }));
  const number = earlier.length + 1;
  return ok({
    account,
    id: `${id}-sow-${number}`,
    deliverable: id,
    number,
    scope: request.scope ?? deliverable.requirements,
    estimates,
    minutes,
    leadTime,
    expeditedBy: expeditedBy ?? null,
    rushBy: rushBy ?? null,
    ratePerHour: terms.ratePerHour,
    premiums: terms.premiums,
    policyVersion: terms.policyVersion,
    deposit,
    issuedOn: terms.issuedOn,
    validUntil: addDays(terms.issuedOn, request.validDays ?? terms.validDays),
    state: "issued",
    approvedOn: null,
    approvedBy: null,
    seal: null,
    depositInvoice: null,
    opening: false,
  });
}

/** Somebody said what the work is: an import that opened it knew nothing but a name (LEAD-1, DLV-1). */
const isDiscrete = ({ kind, addedOn }: Deliverable): boolean => kind !== null || addedOn !== null;
