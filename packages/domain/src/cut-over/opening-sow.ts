import { datesOfLeadTime } from "../deliverables/issue-sow.ts";
import type { Sow } from "../deliverables/sow.ts";
import type { Premiums } from "../rates/premiums.ts";
import { addDays, type Day } from "../values/day.ts";
import type { RatePerHour } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { DeliverableRow } from "./deliverable-row.ts";

/** What an opening SOW rests on, as it stood on its approval day. */
export interface OpeningSowTerms {
  readonly ratePerHour: RatePerHour;
  readonly premiums: Premiums;
  readonly policyVersion: number;
  readonly validDays: number;
  readonly today: Day;
}

/**
 * The SOW that was approved in another system, as it stands at cut-over: its change orders are in its minutes, and its
 * deposit is the money that is left. Null where none was approved (DLV-2, DLV-3, RATE-3).
 */
export function openingSow(row: DeliverableRow, terms: OpeningSowTerms): Result<Sow | null> {
  const { account, id, phase, approvedOn, approvedMinutes, leadTime, expeditedBy, rushBy, deposit, usedMinutes } = row;
  if (approvedOn === undefined || approvedMinutes === undefined) {
    const idle = deposit === 0 && usedMinutes === 0 && leadTime === "standard";
    return idle ? ok(null) : malformed("approvedOn", "hours used, a deposit and a lead time need an approved SOW");
  }
  const { today, ratePerHour, premiums, policyVersion, validDays } = terms;
  if (approvedOn > today) return refused(rejection("DATED_AFTER_TODAY", { what: "approval", on: approvedOn, today }));
  const [issue] = datesOfLeadTime(leadTime, { expeditedBy, rushBy }, approvedOn);
  if (issue !== undefined) return malformed(issue.path, issue.message);
  return ok({
    ...{ account, id: `${id}-sow-1`, deliverable: id, number: 1, scope: row.scope },
    ...{ estimates: [{ phase, minutes: approvedMinutes }], minutes: approvedMinutes },
    ...{ leadTime, expeditedBy: expeditedBy ?? null, rushBy: rushBy ?? null },
    ...{ ratePerHour: row.ratePerHour ?? ratePerHour, premiums, policyVersion, deposit },
    ...{ issuedOn: approvedOn, validUntil: addDays(approvedOn, validDays) },
    ...{ state: "approved", approvedOn, approvedBy: row.approvedBy ?? null },
    ...{ seal: null, depositInvoice: null, opening: true },
  });
}

const malformed = (path: string, message: string) => refused(rejection("MALFORMED", { issues: [{ path, message }] }));
