import { z } from "zod";

/** What the address says about plans: filters and the open form. */
export const PlansSearch = z.object({
  show: z.enum(["ours", "theirs", "late"]).optional().catch(undefined),
  account: z.string().optional().catch(undefined),
  ask: z.enum(["plan"]).optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
});
export type PlansSearch = z.infer<typeof PlansSearch>;

export const plansInput = { limit: 200 };
