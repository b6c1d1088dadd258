import { createFileRoute } from "@tanstack/react-router";
import { PackageSearch, packageInput } from "../../../packages/package-search.ts";
import { PackagesPage } from "../../../packages/packages-page.tsx";

export const Route = createFileRoute("/_app/packages")({
  validateSearch: PackageSearch,
  loader: ({ context: { queries, api } }) =>
    Promise.all([
      queries.ensureInfiniteQueryData(
        api.package.overview.infiniteQueryOptions(packageInput, {
          getNextPageParam: ({ nextCursor }) => nextCursor,
        }),
      ),
      queries.ensureQueryData(api.policy.show.queryOptions({})),
    ]),
  component: PackagesPage,
});
