import type { Day } from "../values/day.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { Deliverable } from "./deliverable.ts";
import type { Sow } from "./sow.ts";

/** Who approves, and on which day. */
export interface Approval {
  readonly by: string;
  readonly on: Day;
  readonly today: Day;
}

/**
 * The customer's budget holder approves a SOW: within its validity, while it is the last word and its dates can still
 * be promised (DLV-2, LEAD-7). What comes back says all that its seal goes over.
 */
export function approveSow(
  deliverable: Deliverable,
  sow: Sow,
  { by, on, today }: Approval,
  all: readonly Sow[],
): Result<Sow> {
  const { id, issuedOn, validUntil } = sow;
  if (deliverable.state !== "open")
    return refused(rejection("DELIVERABLE_CLOSED", { deliverable: deliverable.id, state: deliverable.state }));
  const approved = all.find(({ state }) => state === "approved");
  if (approved !== undefined)
    return refused(rejection("SOW_ALREADY_APPROVED", { deliverable: deliverable.id, sow: approved.id }));
  const last = all.at(-1) ?? sow;
  if (sow.state === "replaced") return refused(rejection("SOW_REPLACED", { sow: id, by: last.id }));
  if (on > today) return refused(rejection("DATED_AFTER_TODAY", { what: "approval", on, today }));
  if (on < issuedOn)
    return refused(rejection("APPROVED_BEFORE_STATED", { document: `SOW ${id}`, statedOn: issuedOn, on }));
  if (on > validUntil) return refused(rejection("SOW_EXPIRED", { sow: id, validUntil, on }));
  const passed = datePassed(`SOW ${id}`, { expedited: sow.expeditedBy, rush: sow.rushBy }, on);
  if (passed !== undefined) return passed;
  return ok({ ...sow, state: "approved", approvedOn: on, approvedBy: by });
}

/** Refuses dates that are over before they are promised. */
export function datePassed(
  document: string,
  dates: { readonly rush: Day | null; readonly expedited: Day | null },
  on: Day,
) {
  for (const date of ["rush", "expedited"] as const) {
    const by = dates[date];
    if (by !== null && by < on) return refused(rejection("LEAD_TIME_DATE_PASSED", { document, date, by, on }));
  }
  return undefined;
}
