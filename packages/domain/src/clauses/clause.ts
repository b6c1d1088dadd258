import { z } from "zod";

/** One of the source documents that a practice's clauses paraphrase. */
export const SourceDocument = z.object({ id: z.string(), title: z.string() }).readonly();
export type SourceDocument = z.infer<typeof SourceDocument>;

/** `seed`: a source document says so. `ours`: the sources are silent and this is a decision, a policy setting. */
export const Origin = z.enum(["seed", "ours"]);
export type Origin = z.infer<typeof Origin>;

/** A numbered rule that answers cite. `parts` keep what a source says apart from what was decided. */
export const Clause = z
  .object({
    id: z.string().regex(/^[A-Z]+-\d+$/, "a clause id is letters, a hyphen and a number, such as RATE-1"),
    title: z.string().min(1),
    /** Where the sources say it; null when none does. */
    source: z.object({ document: z.string(), section: z.string() }).readonly().nullable(),
    parts: z
      .array(z.object({ origin: Origin, text: z.string().min(1) }).readonly())
      .min(1)
      .readonly(),
    /** The policy settings that carry its values, as paths into the policy. */
    settings: z.array(z.string()).readonly(),
  })
  .readonly();
export type Clause = z.infer<typeof Clause>;
