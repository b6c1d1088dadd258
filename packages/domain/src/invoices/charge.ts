import { z } from "zod";
import { Minutes } from "../values/duration.ts";
import { Cents, RatePerHour } from "../values/money.ts";
import { TraceStep } from "../values/trace.ts";

/** What a line is for (RATE-6). */
export const LineKind = z.enum(["labor", "premium", "allowance", "deposit", "opening"]);
export type LineKind = z.infer<typeof LineKind>;

/** Minutes of one time entry that stand on a line. */
export const SliceRef = z.object({ entry: z.string(), minutes: Minutes }).readonly();
export type SliceRef = z.infer<typeof SliceRef>;

/** Something to be invoiced: minutes of one deliverable (or general work), kind and rate, rounded once (RATE-5, RATE-6). */
export const Charge = z
  .object({
    kind: LineKind,
    deliverable: z.string().optional(),
    /** The purchase that an allowance line sells. */
    allowance: z.string().optional(),
    minutes: Minutes,
    ratePerHour: RatePerHour,
    amount: Cents,
    clauses: z.array(z.string()).readonly(),
    trace: z.array(TraceStep).readonly(),
  })
  .readonly();
export type Charge = z.infer<typeof Charge>;
