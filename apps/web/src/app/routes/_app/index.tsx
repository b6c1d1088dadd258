import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { HomePage } from "../../../home/home-page.tsx";

export const Route = createFileRoute("/_app/")({
  validateSearch: z.object({
    why: z.string().optional().catch(undefined),
    sort: z.string().optional().catch(undefined),
  }),
  loader: ({ context: { queries, api } }) => queries.ensureQueryData(api.home.overview.queryOptions({})),
  component: HomePage,
});
