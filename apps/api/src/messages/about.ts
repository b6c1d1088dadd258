import { z } from "zod";

const text = z.string();

/** What is asked of a customer: the document, and what saying yes means, in a sentence. */
export const Asked = z
  .object({
    kind: z.enum(["sow", "change-order", "uat"]),
    /** The id of the SOW or change order; for UAT that of the link or occasion. */
    id: text,
    account: text,
    deliverable: text,
    deliverableName: text,
    /** Money and dates, in sentences of whoever asks; may be empty. */
    consequence: text,
  })
  .readonly();
export type Asked = z.infer<typeof Asked>;

/**
 * What a message is about: the facts by which it is found out, when it is sent, whether it still holds and what it says
 * today. No secret is among them.
 */
export const About = z.discriminatedUnion("kind", [
  /** `by`: whoever invites; null where it is the practice. */
  z.object({ kind: z.literal("invitation"), by: text.nullable() }),
  z.object({ kind: z.literal("password-reset") }),
  z.object({ kind: z.literal("approval-asked"), asked: Asked }),
  /** `wasOpen`: there was something to pay when it was issued. */
  z.object({ kind: z.literal("invoice-issued"), invoice: text, wasOpen: z.boolean() }),
  z.object({ kind: z.literal("work-stopped") }),
  z.object({ kind: z.literal("work-resumed") }),
  z.object({ kind: z.literal("allowance-alert"), grant: text, percent: z.number(), reachedOn: text }),
  z.object({
    kind: z.literal("lead-time-at-risk"),
    deliverable: text,
    leadTime: z.enum(["expedited", "rush"]),
    dueOn: text,
    isLate: z.boolean(),
  }),
]);
export type About = z.infer<typeof About>;
export type AboutOf<K extends About["kind"]> = Extract<About, { kind: K }>;
