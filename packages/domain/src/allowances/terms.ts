import { z } from "zod";
import { Minutes } from "../values/duration.ts";
import { text } from "../values/text.ts";

/** What a practice decides about allowances. */
export const AllowanceTerms = z
  .strictObject({
    /** The usual size of a lump sum; outside it there is a warning, not an error (ALW-2). */
    usualLumpMinutes: z
      .strictObject({ min: Minutes, max: Minutes })
      .refine(({ min, max }) => min <= max, "min must not exceed max")
      .readonly(),
    /** When bought hours may be used: at once, or when their invoice is settled (ALW-3). */
    activation: z.enum(["on-purchase", "on-payment"]),
    /** How many unused minutes of a monthly grant go into the next month; 0 = all lapse (ALW-4). */
    rolloverCapMinutes: Minutes,
    /** The shares of a grant, in per cent, at which an alert is recorded (ALW-7). */
    alertPercents: z
      .array(z.int().min(1).max(100))
      .refine(
        (percents) => percents.every((each, at) => at === 0 || (percents[at - 1] ?? 0) < each),
        "must rise, each once",
      )
      .readonly(),
    /** What allowances are for (ALW-1). */
    categories: z.array(text(300)).readonly(),
  })
  .readonly();
export type AllowanceTerms = z.infer<typeof AllowanceTerms>;
