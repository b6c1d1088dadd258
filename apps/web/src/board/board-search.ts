import { z } from "zod";

/** What the address of the board says: its filters, the phase shown on a phone, and the move that is being made. */
export const BoardSearch = z.object({
  account: z.string().optional().catch(undefined),
  blocked: z.boolean().optional().catch(undefined),
  phase: z.string().optional().catch(undefined),
  ask: z.enum(["refused", "back", "last"]).optional().catch(undefined),
  /** The card that is moved: `account/deliverable`. */
  card: z.string().optional().catch(undefined),
  /** The phase it was to move to. */
  to: z.string().optional().catch(undefined),
});
export type BoardSearch = z.infer<typeof BoardSearch>;

/** How much of the board comes at first; what is left is asked for there. */
export const boardInput = { limit: 500 };
