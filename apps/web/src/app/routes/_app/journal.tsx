import { createFileRoute } from "@tanstack/react-router";
import { JournalPage } from "../../../journal/journal-page.tsx";
import { JournalSearch, journalInput } from "../../../journal/journal-search.ts";

export const Route = createFileRoute("/_app/journal")({
  validateSearch: JournalSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries, api }, deps }) =>
    queries.ensureInfiniteQueryData(
      api.journal.list.infiniteQueryOptions(journalInput(deps), { getNextPageParam: ({ nextCursor }) => nextCursor }),
    ),
  component: JournalPage,
});
