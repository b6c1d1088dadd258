import { z } from "zod";
import type { RequestView } from "../api/answers.ts";

/** What the address says about the queue: filters, the request one looks at with its account, the open form. */
export const QueueSearch = z.object({
  show: z.enum(["waiting", "followed-up"]).optional().catch(undefined),
  account: z.string().optional().catch(undefined),
  size: z.enum(["small", "large", "none"]).optional().catch(undefined),
  row: z.string().optional().catch(undefined),
  of: z.string().optional().catch(undefined),
  ask: z.enum(["follow-up", "accept", "decline"]).optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
});
export type QueueSearch = z.infer<typeof QueueSearch>;

export const queueInput = { limit: 200 };

/** The requests that the filters leave, in their own order. */
export const shownRequests = <R extends Pick<RequestView, "account" | "size" | "followedUpOn">>(
  requests: readonly R[],
  { show, account, size }: Pick<QueueSearch, "show" | "account" | "size">,
): readonly R[] =>
  requests.filter(
    (request) =>
      (show === undefined || (show === "waiting") === (request.followedUpOn === null)) &&
      (account === undefined || account === request.account) &&
      (size === undefined || size === (request.size ?? "none")),
  );
