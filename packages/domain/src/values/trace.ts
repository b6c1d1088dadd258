import { z } from "zod";

/** One step of an explanation: the clause it rests on, what was done, and the figures that went in and came out. */
export const TraceStep = z
  .object({
    clause: z.string(),
    what: z.string(),
    minutes: z.int().optional(),
    ratePerHour: z.int().optional(),
    amount: z.int().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  })
  .readonly();
export type TraceStep = z.infer<typeof TraceStep>;

/** Why an answer is what it is, in the order it was worked out. */
export type Trace = readonly TraceStep[];
