import { z } from "zod";

/** How soon a discrete deliverable is wanted (LEAD-1): `standard` carries no premium. */
export const LeadTime = z.enum(["standard", "expedited", "rush"]);
export type LeadTime = z.infer<typeof LeadTime>;
