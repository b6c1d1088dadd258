import { z } from "zod";
import { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { ClockDay, Wait } from "./clock.ts";
import { LeadTimeChange } from "./promise.ts";
import { ChangeOrderEffect } from "./terms.ts";

const most = 1000;
const waits = z.array(Wait).max(most).readonly().default([]);

/** What a premium was promised for and what became of it. Malformed where dates or options contradict each other. */
export const PremiumRequest = z
  .object({
    leadTime: z.enum(["expedited", "rush"]),
    /** All time that carries the premium, change-order time included (LEAD-2). */
    minutes: Minutes.min(1, "must be more than zero").max(60_000_000),
    startedOn: ClockDay,
    /**
     * The SOW's approval, where its deposit was paid later, on `startedOn`: dates and change orders count from it, and the
     * days up to the start are the client's (LEAD-5, LEAD-7). An unpaid deposit: `startedOn` on the delivery day.
     */
    approvedOn: ClockDay.optional(),
    expeditedBy: ClockDay,
    rushBy: ClockDay.optional(),
    deliveredOn: ClockDay,
    /** In the order in which those of one day were agreed. */
    changeOrders: z.array(LeadTimeChange).max(most).readonly().default([]),
    /** The practice's own where it is not stated (LEAD-5). */
    changeOrderEffect: ChangeOrderEffect.optional(),
    clientWaits: waits,
    productWaits: waits,
    stoppages: waits,
    /** Beside those of the practice. */
    holidays: z.array(Day).max(most).readonly().default([]),
  })
  .superRefine((request, context) => {
    for (const { path, message } of contradictions(request)) context.addIssue({ code: "custom", path, message });
  });
export type PremiumRequest = z.infer<typeof PremiumRequest>;

interface Contradiction {
  readonly path: (string | number)[];
  readonly message: string;
}

type Dates = Pick<
  PremiumRequest,
  "leadTime" | "startedOn" | "approvedOn" | "expeditedBy" | "rushBy" | "deliveredOn" | "changeOrders"
>;

function contradictions(request: Dates): readonly Contradiction[] {
  const { leadTime, startedOn, approvedOn, rushBy, expeditedBy } = request;
  // Only where the approval is told apart can a date lie before the start: the clock then waited for the deposit.
  const first = approvedOn ?? startedOn;
  const early = (["expeditedBy", "rushBy", "deliveredOn"] as const).filter((each) => (request[each] ?? first) < first);
  const before = approvedOn === undefined ? "the start" : "the approval";
  return [
    ...early.map((each) => ({ path: [each], message: `must not be before ${before}, ${first}` })),
    ...(first > startedOn ? [{ path: ["approvedOn"], message: `must not be after the start, ${startedOn}` }] : []),
    ...(leadTime === "rush" && rushBy === undefined
      ? [{ path: ["rushBy"], message: "a rush lead time has a date of its own beside expeditedBy" }]
      : []),
    ...(leadTime === "expedited" && rushBy !== undefined
      ? [{ path: ["rushBy"], message: "only a rush lead time has a rush date" }]
      : []),
    ...(rushBy !== undefined && rushBy > expeditedBy
      ? [{ path: ["rushBy"], message: `must not be after expeditedBy, ${expeditedBy}` }]
      : []),
    ...request.changeOrders.flatMap((change, at) =>
      contradictionsOfChange(leadTime, change).map(({ path, message }) => ({
        path: ["changeOrders", at, ...path],
        message,
      })),
    ),
  ];
}

function contradictionsOfChange(
  leadTime: PremiumRequest["leadTime"],
  { newExpeditedBy, newRushBy }: LeadTimeChange,
): readonly Contradiction[] {
  if (newRushBy !== undefined && leadTime === "expedited")
    return [{ path: ["newRushBy"], message: "only a rush lead time has a rush date" }];
  if (newRushBy !== undefined && newExpeditedBy === undefined)
    return [{ path: ["newExpeditedBy"], message: "a change order of a rush lead time states both dates or none" }];
  if (newRushBy === undefined && newExpeditedBy !== undefined && leadTime === "rush")
    return [{ path: ["newRushBy"], message: "a change order of a rush lead time states both dates or none" }];
  return newRushBy !== undefined && newExpeditedBy !== undefined && newRushBy > newExpeditedBy
    ? [{ path: ["newRushBy"], message: `must not be after newExpeditedBy, ${newExpeditedBy}` }]
    : [];
}
