import { Day } from "@cimpro/domain";
import { z } from "zod";

export const deliverableTabs = [
  "overview",
  "gates",
  "time",
  "change-orders",
  "lead-time",
  "documents",
  "history",
] as const;

const id = z.string().optional().catch(undefined);

/** What the address of a deliverable's page says: the part shown, the open form and what it is about, the open drawer. */
export const DeliverableSearch = z.object({
  tab: z.enum(deliverableTabs).optional().catch(undefined),
  ask: z
    .enum([
      "evidence",
      "back",
      "stabilization",
      "estimate",
      "edit",
      "close",
      "cancel",
      "log",
      "issue-sow",
      "approve-sow",
      "propose",
      "approve-order",
      "decline-order",
      "approve-testing",
      "wait",
      "stop-wait",
      "propose-premium",
      "confirm-premium",
      "decline-premium",
      "amend",
      "reverse",
      "write-off",
    ])
    .optional()
    .catch(undefined),
  condition: id,
  sow: id,
  order: id,
  wait: id,
  entry: id,
  why: id,
  sort: id,
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});
export type DeliverableSearch = z.infer<typeof DeliverableSearch>;
