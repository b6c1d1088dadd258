import {
  afterChange,
  changesThatCount,
  type LeadTimeChange,
  type LeadTimePromise,
  promisedAtApproval,
} from "../lead-times/promise.ts";
import type { ChangeOrderEffect } from "../lead-times/terms.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Cents, Currency } from "../values/money.ts";
import { ok, type Result } from "../values/result.ts";
import type { Trace } from "../values/trace.ts";
import type { ChangeOrder } from "./change-order.ts";
import { type SowPrice, sowPrice } from "./price.ts";
import type { Sow } from "./sow.ts";

/** What missing the lead time has as its consequence: none is promised, the premium comes back, or it stays due (LEAD-5). */
export type Guarantee = "none" | "holds" | "lapsed";

/** What is approved for a deliverable: its SOW and change orders together (DLV-5). */
export interface ApprovedWork {
  readonly minutes: Minutes;
  readonly price: SowPrice;
  /** As stated, before stopped days move them (LEAD-6); null without such a date. */
  readonly expeditedBy: Day | null;
  readonly rushBy: Day | null;
  readonly guarantee: Guarantee;
}

/** What a change order does, seen before it is decided (DLV-4). */
export interface ChangeOrderConsequence {
  readonly on: Day;
  readonly before: ApprovedWork;
  readonly after: ApprovedWork;
  readonly addedMinutes: Minutes;
  readonly addedPrice: Cents;
  readonly clauses: readonly string[];
  readonly trace: Trace;
}

/** What an approved change order says, as far as money and dates go. */
export type StatedChange = Pick<ChangeOrder, "number" | "minutes" | "newExpeditedBy" | "newRushBy"> & {
  readonly on: Day;
};

export interface WorkTerms {
  readonly currency: Currency;
  readonly changeOrderEffect: ChangeOrderEffect;
  /** When it was handed over; null while it is not. Later change orders touch neither dates nor premium (LEAD-2, LEAD-5). */
  readonly deliveredOn: Day | null;
}

/** The approved change orders of a deliverable, each with its approval day. */
export const statedChanges = (orders: readonly ChangeOrder[]): readonly StatedChange[] =>
  orders.flatMap(({ state, decidedOn, number, minutes, newExpeditedBy, newRushBy }) =>
    state === "approved" && decidedOn !== null ? [{ on: decidedOn, number, minutes, newExpeditedBy, newRushBy }] : [],
  );

/** Where a deliverable stands with its SOW and these change orders; refused where one states an earlier date (LEAD-5). */
export function approvedWork(sow: Sow, changes: readonly StatedChange[], terms: WorkTerms): Result<ApprovedWork> {
  const sum = (of: readonly StatedChange[]): Minutes => of.reduce((total, each) => total + each.minutes, sow.minutes);
  const { deliveredOn } = terms;
  const minutes = sum(changes);
  const carrying = sum(changes.filter(({ on }) => deliveredOn === null || on <= deliveredOn));
  const promise = promiseOf(sow, changes, terms);
  if (!promise.ok) return promise;
  return ok({
    minutes,
    price: sowPrice(sow, terms.currency, minutes, carrying),
    expeditedBy: promise.value?.expedited.by ?? null,
    rushBy: promise.value?.rush?.by ?? null,
    guarantee: promise.value === null ? "none" : promise.value.guaranteed ? "holds" : "lapsed",
  });
}

function promiseOf(
  { expeditedBy, rushBy, approvedOn, issuedOn }: Sow,
  changes: readonly StatedChange[],
  { changeOrderEffect, deliveredOn }: WorkTerms,
): Result<LeadTimePromise | null> {
  if (expeditedBy === null) return ok(null);
  const agreedOn = approvedOn ?? issuedOn;
  // Those of one day apply in the order in which they were proposed (LEAD-5).
  const inOrder = changes.toSorted((a, b) => a.number - b.number);
  const stated = inOrder.map(
    ({ on, newExpeditedBy, newRushBy }): LeadTimeChange => ({
      on,
      ...(newExpeditedBy === null ? {} : { newExpeditedBy }),
      ...(newRushBy === null ? {} : { newRushBy }),
    }),
  );
  let promise: LeadTimePromise = promisedAtApproval(agreedOn, { expeditedBy, rushBy: rushBy ?? undefined });
  for (const change of changesThatCount(stated, agreedOn, deliveredOn ?? lastDay)) {
    const next = afterChange(promise, change, changeOrderEffect);
    if (!next.ok) return next;
    promise = next.value;
  }
  return ok(promise);
}

/** Nothing is delivered yet: every change order counts. */
const lastDay: Day = "9999-12-31";

/** What follows from one more change order, approved on its day: price at the frozen rate, dates, guarantee (DLV-4, LEAD-5, RATE-3). */
export function changeOrderConsequence(
  sow: Sow,
  approved: readonly StatedChange[],
  change: StatedChange,
  terms: WorkTerms,
): Result<ChangeOrderConsequence> {
  const before = approvedWork(sow, approved, terms);
  if (!before.ok) return before;
  const after = approvedWork(sow, [...approved, change], terms);
  if (!after.ok) return after;
  const addedPrice = after.value.price.total - before.value.price.total;
  const trace: Trace = [
    { clause: "DLV-5", what: "Approved total after the change order", minutes: after.value.minutes },
    ...after.value.price.trace,
    { clause: "DLV-4", what: "What the change order adds", minutes: change.minutes, amount: addedPrice },
    ...guaranteeSteps(before.value, after.value, change, terms),
  ];
  return ok({
    on: change.on,
    before: before.value,
    after: after.value,
    addedMinutes: change.minutes,
    addedPrice,
    clauses: [...new Set(trace.map(({ clause }) => clause))],
    trace,
  });
}

function guaranteeSteps(
  before: ApprovedWork,
  { guarantee }: ApprovedWork,
  { on, newExpeditedBy }: StatedChange,
  { deliveredOn }: WorkTerms,
): Trace {
  if (guarantee === "none") return [];
  if (deliveredOn !== null && on > deliveredOn)
    return [{ clause: "LEAD-5", what: `Delivered on ${deliveredOn}: dates and guarantee stay as they are` }];
  if (newExpeditedBy !== null && before.guarantee === "lapsed")
    return [{ clause: "LEAD-5", what: "New dates renew the guarantee of the lead time" }];
  if (newExpeditedBy !== null)
    return [{ clause: "LEAD-5", what: "New dates replace the old ones; the guarantee holds" }];
  if (guarantee === "holds")
    return [{ clause: "LEAD-5", what: "The guarantee holds; the premium on the added time is never credited" }];
  const what =
    before.guarantee === "lapsed"
      ? "The guarantee of the lead time has ended before"
      : "Without new dates it ends the guarantee of the lead time: a missed date credits nothing";
  return [{ clause: "LEAD-5", what }];
}
