import { z } from "zod";
import { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { Note } from "../values/text.ts";
import { type Approval, datePassed } from "./approve-sow.ts";
import type { ChangeOrder } from "./change-order.ts";
import type { Deliverable } from "./deliverable.ts";
import { datesOfLeadTime } from "./issue-sow.ts";
import type { Sow } from "./sow.ts";

/** What a change order is to change. */
export const ChangeOrderRequest = z.object({
  minutes: Minutes.max(60_000_000).default(0),
  scope: Note.default(""),
  newExpeditedBy: Day.optional(),
  newRushBy: Day.optional(),
});
export type ChangeOrderRequest = z.infer<typeof ChangeOrderRequest>;

/** What a change order changes: a deliverable that has not closed, and its approved SOW. */
export interface ChangedWork {
  readonly deliverable: Deliverable;
  readonly sows: readonly Sow[];
}

/** The approved SOW that change orders add to; none can be added once the work is closed (DLV-3, DLV-4). */
export function sowToChange({ deliverable, sows }: ChangedWork): Result<Sow> {
  const { id, state } = deliverable;
  // While work is ending its held time may still wait for a decision (DLV-5).
  if (state === "closed") return refused(rejection("DELIVERABLE_CLOSED", { deliverable: id, state }));
  const sow = sows.find((each) => each.state === "approved");
  return sow === undefined ? refused(rejection("SOW_NOT_APPROVED", { deliverable: id })) : ok(sow);
}

/** Proposes a change order; it states something, and dates only where the SOW has some: for rush both or none (LEAD-5). */
export function proposeChangeOrder(
  work: ChangedWork,
  request: ChangeOrderRequest,
  proposedOn: Day,
  earlier: readonly ChangeOrder[],
): Result<ChangeOrder> {
  const sow = sowToChange(work);
  if (!sow.ok) return sow;
  const { newExpeditedBy, newRushBy, minutes, scope } = request;
  const dated = newExpeditedBy !== undefined || newRushBy !== undefined;
  const dates = { expeditedBy: newExpeditedBy, rushBy: newRushBy };
  const fields = { expeditedBy: "newExpeditedBy", rushBy: "newRushBy" };
  const issues = [
    ...(dated ? datesOfLeadTime(sow.value.leadTime, dates, proposedOn, fields) : []),
    ...(dated || minutes > 0 ? [] : [{ path: "minutes", message: "a change order adds minutes or states new dates" }]),
  ];
  if (issues.length > 0) return refused(rejection("MALFORMED", { issues }));
  const { account, id: deliverable } = work.deliverable;
  const number = earlier.length + 1;
  return ok({
    account,
    id: `${deliverable}-co-${number}`,
    deliverable,
    number,
    scope,
    minutes,
    newExpeditedBy: newExpeditedBy ?? null,
    newRushBy: newRushBy ?? null,
    proposedOn,
    state: "proposed",
    decidedOn: null,
    decidedBy: null,
    reason: null,
    seal: null,
  });
}

/** The budget holder's decision: once, not before it was proposed, and with a reason when it is declined (DLV-4). */
export function decideChangeOrder(
  work: ChangedWork,
  order: ChangeOrder,
  decision: { readonly state: "approved" } | { readonly state: "declined"; readonly reason: string },
  { by, on, today }: Approval,
): Result<ChangeOrder> {
  const { id, state, proposedOn, newExpeditedBy, newRushBy } = order;
  if (state !== "proposed") return refused(rejection("CHANGE_ORDER_DECIDED", { changeOrder: id, state }));
  const document = `Change order ${id}`;
  if (on > today) return refused(rejection("DATED_AFTER_TODAY", { what: "decision", on, today }));
  if (on < proposedOn) return refused(rejection("APPROVED_BEFORE_STATED", { document, statedOn: proposedOn, on }));
  const decided = { ...order, decidedOn: on, decidedBy: by };
  if (decision.state === "declined") return ok({ ...decided, state: "declined", reason: decision.reason });
  const sow = sowToChange(work);
  if (!sow.ok) return sow;
  return (
    datePassed(document, { expedited: newExpeditedBy, rush: newRushBy }, on) ?? ok({ ...decided, state: "approved" })
  );
}
