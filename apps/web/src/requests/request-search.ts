import { z } from "zod";

/** What the address of the requests says: the open form, and the request it is about. */
export const RequestSearch = z.object({
  ask: z.enum(["request", "note", "withdraw"]).optional().catch(undefined),
  request: z.string().optional().catch(undefined),
  /** What a request begins with, such as the document that a question is about. */
  about: z.string().max(200).optional().catch(undefined),
  show: z.enum(["decided"]).optional().catch(undefined),
});
