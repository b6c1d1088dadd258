import { createFileRoute } from "@tanstack/react-router";
import { PlansPage } from "../../../plans/plans-page.tsx";
import { PlansSearch, plansInput } from "../../../plans/plans-search.ts";

export const Route = createFileRoute("/_app/plans/")({
  validateSearch: PlansSearch,
  loader: ({ context: { queries, api } }) =>
    queries.ensureInfiniteQueryData(
      api.plan.overview.infiniteQueryOptions(plansInput, { getNextPageParam: ({ nextCursor }) => nextCursor }),
    ),
  component: PlansPage,
});
