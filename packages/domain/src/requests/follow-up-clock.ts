import { z } from "zod";
import { businessDayAfter, businessDaysBetween, type Holidays } from "../values/business-days.ts";
import { Day } from "../values/day.ts";
import type { CustomerRequest } from "./request.ts";
import type { RequestTerms } from "./terms.ts";

/** How long a request has waited for its follow-up, or how long it did wait (REQ-1). */
export const FollowUpClock = z
  .object({
    state: z.enum(["on-time", "amber", "late"]),
    /** Nobody has followed up yet. */
    running: z.boolean(),
    /** Business days after the day of submission, up to today or the day that stopped the clock. */
    businessDays: z.int().nonnegative(),
    /** The first day on which a request without follow-up is amber. */
    amberFrom: Day,
    /** The last business day on which a follow-up is not late. */
    dueOn: Day,
    lateFrom: Day,
    clauses: z.array(z.string()).readonly(),
  })
  .readonly();
export type FollowUpClock = z.infer<typeof FollowUpClock>;

export type ClockTerms = Pick<RequestTerms, "amberAfterBusinessDays" | "lateAfterBusinessDays">;

/**
 * Where the clock of a request stands: it counts Monday to Friday less holidays, from the day after submission, and
 * stops with the first follow-up, or when the request is withdrawn (REQ-1).
 */
export function followUpClock(
  request: Pick<CustomerRequest, "submittedOn" | "followedUpOn" | "decidedOn">,
  today: Day,
  { amberAfterBusinessDays: amberAfter, lateAfterBusinessDays: lateAfter }: ClockTerms,
  holidays: Holidays,
): FollowUpClock {
  const { submittedOn } = request;
  const stoppedOn = request.followedUpOn ?? request.decidedOn;
  const businessDays = businessDaysBetween(submittedOn, stoppedOn ?? today, holidays);
  return {
    state: businessDays > lateAfter ? "late" : businessDays > amberAfter ? "amber" : "on-time",
    running: stoppedOn === null,
    businessDays,
    amberFrom: businessDayAfter(submittedOn, amberAfter + 1, holidays),
    dueOn: businessDayAfter(submittedOn, lateAfter, holidays),
    lateFrom: businessDayAfter(submittedOn, lateAfter + 1, holidays),
    clauses: ["REQ-1"],
  };
}
