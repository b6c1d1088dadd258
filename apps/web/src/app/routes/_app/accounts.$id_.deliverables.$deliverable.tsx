import { createFileRoute } from "@tanstack/react-router";
import { DeliverablePage } from "../../../deliverables/deliverable-page.tsx";
import { DeliverableSearch } from "../../../deliverables/deliverable-search.ts";

export const Route = createFileRoute("/_app/accounts/$id_/deliverables/$deliverable")({
  validateSearch: DeliverableSearch,
  loader: ({ context: { queries, api }, params: { id: account, deliverable } }) =>
    Promise.all([
      queries.ensureQueryData(api.deliverable.show.queryOptions({ account, deliverable })),
      queries.ensureQueryData(api.phase.show.queryOptions({ account, deliverable })),
    ]),
  component: DeliverablePage,
});
