import { z } from "zod";

/** What the address of the sign-in page says: where to go afterwards, and why one is here. */
export const SignInSearch = z.object({
  to: z.string().max(2000).optional().catch(undefined),
  link: z.enum(["expired"]).optional().catch(undefined),
  ask: z.enum(["password-link"]).optional().catch(undefined),
});
