import { z } from "zod";
import { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { Slug } from "../values/id.ts";
import { Name, Note } from "../values/text.ts";

/** More minutes, and maybe new dates, for a deliverable with an approved SOW; decided by the customer's budget holder (DLV-4). */
export const ChangeOrder = z
  .object({
    account: Slug,
    /** `{deliverable}-co-{number}`. */
    id: z.string(),
    deliverable: Slug,
    number: z.int().min(1),
    /** What changes, and why. */
    scope: Note,
    minutes: Minutes.max(60_000_000),
    /** For rush both or none (LEAD-5). */
    newExpeditedBy: Day.nullable(),
    newRushBy: Day.nullable(),
    proposedOn: Day,
    state: z.enum(["proposed", "approved", "declined"]),
    decidedOn: Day.nullable(),
    decidedBy: Name.nullable(),
    /** Why it was declined. */
    reason: Note.nullable(),
    /** SHA-256 over what it says, set when it is approved. */
    seal: z.string().nullable(),
  })
  .readonly();
export type ChangeOrder = z.infer<typeof ChangeOrder>;
