import { HatId } from "@cimpro/domain";
import { z } from "zod";
import { userAsks } from "../users/users-search.ts";

/** What the address of the team says: the open form, and the hat and person it is about. */
export const TeamSearch = z.object({
  ask: z
    .enum(["person", "assign", "unassign", ...userAsks])
    .optional()
    .catch(undefined),
  hat: HatId.optional().catch(undefined),
  person: z.string().optional().catch(undefined),
  user: z.string().optional().catch(undefined),
});
