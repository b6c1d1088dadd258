import { createFileRoute } from "@tanstack/react-router";
import { TimePage } from "../../../time/time-page.tsx";
import { TimeSearch, weekInput } from "../../../time/time-search.ts";

export const Route = createFileRoute("/_app/time")({
  validateSearch: TimeSearch,
  loaderDeps: ({ search: { week, worker } }) => ({ week, worker }),
  loader: async ({ context: { queries, api }, deps: { week, worker } }) => {
    const me = await queries.ensureQueryData(api.session.me.queryOptions());
    await queries.ensureQueryData(api.time.list.queryOptions(weekInput(worker ?? me.name, week ?? me.today)));
  },
  component: TimePage,
});
