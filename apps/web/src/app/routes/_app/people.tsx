import { createFileRoute } from "@tanstack/react-router";
import { PeoplePage } from "../../../users/people-page.tsx";
import { PeopleSearch } from "../../../users/users-search.ts";

export const Route = createFileRoute("/_app/people")({
  validateSearch: PeopleSearch,
  loader: ({ context: { queries, api } }) =>
    queries.ensureInfiniteQueryData(
      api.user.list.infiniteQueryOptions({ limit: 500 }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
    ),
  component: PeoplePage,
});
