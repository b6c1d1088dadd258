import { z } from "zod";
import { LeadTime } from "../rates/lead-time.ts";
import { Premiums } from "../rates/premiums.ts";
import { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { Slug } from "../values/id.ts";
import { Cents, RatePerHour } from "../values/money.ts";
import { Name, Note } from "../values/text.ts";
import { PhaseEstimate } from "./deliverable.ts";

/** A statement of work: all costs of a deliverable but its change orders (DLV-2). Approved, it is sealed and never changes. */
export const Sow = z
  .object({
    account: Slug,
    /** `{deliverable}-sow-{number}`. */
    id: z.string(),
    deliverable: Slug,
    /** Counts the SOWs that were issued for the deliverable; one that was not approved is replaced by the next. */
    number: z.int().min(1),
    scope: Note,
    estimates: z.array(PhaseEstimate).readonly(),
    /** The sum of its estimates: what is approved with it (DLV-5). */
    minutes: Minutes,
    leadTime: LeadTime,
    /** The dates it promises: both for rush, `expeditedBy` for expedited (LEAD-7). */
    expeditedBy: Day.nullable(),
    rushBy: Day.nullable(),
    /** The standard rate on its issue day, for all of the deliverable's SOW time (RATE-3). */
    ratePerHour: RatePerHour,
    /** What expedited and rush added on its issue day (LEAD-2). */
    premiums: Premiums,
    /** The policy version whose lead-time terms it was issued under. */
    policyVersion: z.int().min(1),
    /** Money on the deliverable, invoiced at approval; may be 0 (DLV-3). */
    deposit: Cents.nonnegative(),
    issuedOn: Day,
    /** The last day on which it can be approved (DLV-2). */
    validUntil: Day,
    state: z.enum(["issued", "approved", "replaced"]),
    approvedOn: Day.nullable(),
    approvedBy: Name.nullable(),
    /** SHA-256 over what it says, set when it is sealed (DLV-2). */
    seal: z.string().nullable(),
    /** The invoice of its deposit; null without one. */
    depositInvoice: z.string().nullable(),
    /** It came from another system, approved there: no invoice was issued here for its deposit. */
    opening: z.boolean(),
  })
  .readonly();
export type Sow = z.infer<typeof Sow>;
