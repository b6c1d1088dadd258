import { z } from "zod";

const Weeks = z.int().min(0).max(520);

/** A range of time until work begins, counted from the day the size is set. */
export const StartWindow = z
  .strictObject({ from: Weeks, to: Weeks, unit: z.enum(["weeks", "months"]) })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "must not be before from" })
  .readonly();
export type StartWindow = z.infer<typeof StartWindow>;

/** What a practice promises to who sends a request. */
export const RequestTerms = z
  .strictObject({
    /** A request without follow-up is amber after so many business days, and late after so many (REQ-1). */
    amberAfterBusinessDays: z.int().min(0).max(366),
    lateAfterBusinessDays: z.int().min(0).max(366),
    /** When work of each size begins (REQ-3). */
    startWindows: z.strictObject({ small: StartWindow, large: StartWindow }).readonly(),
  })
  .refine(({ amberAfterBusinessDays: amber, lateAfterBusinessDays: late }) => amber <= late, {
    path: ["lateAfterBusinessDays"],
    error: "must not be less than amberAfterBusinessDays",
  })
  .readonly();
export type RequestTerms = z.infer<typeof RequestTerms>;
