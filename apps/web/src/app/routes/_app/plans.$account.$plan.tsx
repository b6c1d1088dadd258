import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { SavedPlanPage } from "../../../plans/saved-plan-page.tsx";

export const Route = createFileRoute("/_app/plans/$account/$plan")({
  validateSearch: z.object({ ask: z.enum(["plan"]).optional().catch(undefined) }),
  loader: ({ context: { queries, api }, params: { account, plan } }) =>
    queries.ensureQueryData(api.plan.show.queryOptions({ account, plan })),
  component: SavedPlanPage,
});
