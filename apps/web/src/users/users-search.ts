import { z } from "zod";

/** The forms about users that an address can ask for; `user` says whom they are about. */
export const userAsks = ["invite", "invitation", "edit-user", "disable-user", "end-second-step"] as const;
export type UserAsk = (typeof userAsks)[number];

/** What the address of the people page says. */
export const PeopleSearch = z.object({
  account: z.string().optional().catch(undefined),
  ask: z.enum(userAsks).optional().catch(undefined),
  user: z.string().optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
});
