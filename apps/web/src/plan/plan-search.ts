import { z } from "zod";

/** What the address of the plan says: which one, where an account has several. */
export const PlanSearch = z.object({ plan: z.string().optional().catch(undefined) });
