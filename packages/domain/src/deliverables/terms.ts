import { z } from "zod";

/** What a practice decides about discrete deliverables. */
export const DeliverableTerms = z
  .strictObject({
    /** How many days an issued SOW can be approved, unless it says otherwise (DLV-2). */
    sowValidDays: z.int().min(1).max(366),
    /** Time beyond the approved total waits for a decision, or is billed all the same (DLV-5). */
    overrun: z.enum(["hold", "bill"]),
  })
  .readonly();
export type DeliverableTerms = z.infer<typeof DeliverableTerms>;
