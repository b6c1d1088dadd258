import { createFileRoute } from "@tanstack/react-router";
import { QueuePage } from "../../../queue/queue-page.tsx";
import { QueueSearch, queueInput } from "../../../queue/queue-search.ts";

export const Route = createFileRoute("/_app/queue")({
  validateSearch: QueueSearch,
  loader: ({ context: { queries, api } }) =>
    queries.ensureInfiniteQueryData(
      api.request.queue.infiniteQueryOptions(queueInput, { getNextPageParam: ({ nextCursor }) => nextCursor }),
    ),
  component: QueuePage,
});
