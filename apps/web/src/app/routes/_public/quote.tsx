import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { QuotePage } from "../../../public/quote-page.tsx";

export const Route = createFileRoute("/_public/quote")({
  validateSearch: z.object({
    // A bare number in an address is read as one.
    hours: z
      .union([z.string().max(40), z.number().transform(String)])
      .optional()
      .catch(undefined),
    lead: z.enum(["standard", "expedited", "rush"]).optional().catch(undefined),
    on: z.iso.date().optional().catch(undefined),
    clause: z.string().optional().catch(undefined),
  }),
  component: QuotePage,
});
