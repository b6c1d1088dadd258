import { Day } from "@cimpro/domain";
import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { BillingPage } from "../../../billing/billing-page.tsx";

export const Route = createFileRoute("/_app/billing")({
  validateSearch: z.object({
    through: Day.optional().catch(undefined),
    account: z.string().optional().catch(undefined),
    sort: z.string().optional().catch(undefined),
    /** A settlement: its deliverable and whose it is. */
    settle: z.string().optional().catch(undefined),
    of: z.string().optional().catch(undefined),
    ask: z.enum(["confirm-premium", "decline-premium"]).optional().catch(undefined),
  }),
  component: BillingPage,
});
