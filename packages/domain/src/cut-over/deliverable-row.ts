import { z } from "zod";
import { DeliverableKind } from "../deliverables/deliverable.ts";
import { LeadTime } from "../rates/lead-time.ts";
import { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { Slug } from "../values/id.ts";
import { Cents, RatePerHour } from "../values/money.ts";
import { Name, Note } from "../values/text.ts";
import type { RowLayout } from "./row-reader.ts";

const mostMinutes = 60_000_000;

/** A deliverable that runs in another system, with what was approved for it there. */
export const DeliverableRow = z
  .strictObject({
    account: Slug,
    id: Slug,
    name: Name,
    kind: DeliverableKind.optional(),
    phase: Slug,
    /** The day since which it is in its phase; the day it is taken over unless it is stated. */
    since: Day.optional(),
    approvedOn: Day.optional(),
    approvedBy: Name.optional(),
    scope: Note.default(""),
    /** Approved in all, with the change orders of the other system. */
    approvedMinutes: Minutes.min(1, "must be more than zero").max(mostMinutes).optional(),
    /** Worked of it and settled in the other system; none where imported time says so. */
    usedMinutes: Minutes.max(mostMinutes).default(0),
    /** The standard rate of the approval day unless it is stated. */
    ratePerHour: RatePerHour.optional(),
    leadTime: LeadTime.default("standard"),
    expeditedBy: Day.optional(),
    rushBy: Day.optional(),
    /** What is left of money that was paid in the other system. */
    deposit: Cents.nonnegative().max(1_000_000_000_000).default(0),
    drawFromAllowance: z.boolean().default(false),
  })
  .readonly()
  .refine(({ approvedOn, approvedMinutes }) => (approvedOn === undefined) === (approvedMinutes === undefined), {
    error: "an approved SOW states its day and its hours, both or none",
    path: ["approvedMinutes"],
  });
export type DeliverableRow = z.infer<typeof DeliverableRow>;

export const deliverableFile: RowLayout<DeliverableRow> = {
  row: DeliverableRow,
  columns: [
    { header: "account", field: "account", kind: "text", needed: true },
    { header: "id", field: "id", kind: "text", needed: true },
    { header: "name", field: "name", kind: "text", needed: true },
    { header: "kind", field: "kind", kind: "text" },
    { header: "phase", field: "phase", kind: "text", needed: true },
    { header: "in phase since", field: "since", kind: "day" },
    { header: "approved on", field: "approvedOn", kind: "day" },
    { header: "approved by", field: "approvedBy", kind: "text" },
    { header: "scope", field: "scope", kind: "text" },
    { header: "hours approved", field: "approvedMinutes", kind: "hours" },
    { header: "hours used", field: "usedMinutes", kind: "hours" },
    { header: "rate per hour", field: "ratePerHour", kind: "amount" },
    { header: "lead time", field: "leadTime", kind: "text" },
    { header: "expedited by", field: "expeditedBy", kind: "day" },
    { header: "rush by", field: "rushBy", kind: "day" },
    { header: "deposit left", field: "deposit", kind: "amount" },
    { header: "draw from allowance", field: "drawFromAllowance", kind: "yes-no" },
  ],
};
