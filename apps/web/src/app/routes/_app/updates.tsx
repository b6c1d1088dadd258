import { createFileRoute } from "@tanstack/react-router";
import { UpdateSearch } from "../../../updates/update-search.ts";
import { UpdatesPage } from "../../../updates/updates-page.tsx";

export const Route = createFileRoute("/_app/updates")({
  validateSearch: UpdateSearch,
  loader: ({ context: { queries, api } }) =>
    Promise.all([
      queries.ensureQueryData(api.customization.list.queryOptions({})),
      queries.ensureQueryData(api.update.list.queryOptions({})),
    ]),
  component: UpdatesPage,
});
