import { z } from "zod";

/** What a change order without new dates does to the guarantee: end it, or leave it and only exclude its own minutes (LEAD-5). */
export const ChangeOrderEffect = z.enum(["lapse", "exclude"]);
export type ChangeOrderEffect = z.infer<typeof ChangeOrderEffect>;

/** What a practice decides about lead times. */
export const LeadTimeTerms = z
  .strictObject({
    changeOrderEffect: ChangeOrderEffect,
    /** The business days of each wait on the client that do not stop the clock (LEAD-6). */
    clientResponseBusinessDays: z.int().min(0).max(366),
    /** What must have happened by the due date: handed over for customer testing, or published (LEAD-7). */
    deliveryMilestone: z.enum(["uat", "published"]),
  })
  .readonly();
export type LeadTimeTerms = z.infer<typeof LeadTimeTerms>;
