import { z } from "zod";
import { RatePerHour } from "../values/money.ts";

/** What each lead time adds to the standard rate, cents per hour (LEAD-2). */
export const Premiums = z.strictObject({ expedited: RatePerHour, rush: RatePerHour }).readonly();
export type Premiums = z.infer<typeof Premiums>;
