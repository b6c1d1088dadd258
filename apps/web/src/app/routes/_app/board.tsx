import { createFileRoute } from "@tanstack/react-router";
import { BoardPage } from "../../../board/board-page.tsx";
import { BoardSearch, boardInput } from "../../../board/board-search.ts";

export const Route = createFileRoute("/_app/board")({
  validateSearch: BoardSearch,
  loader: ({ context: { queries, api } }) =>
    Promise.all([
      queries.ensureInfiniteQueryData(
        api.phase.board.infiniteQueryOptions(boardInput, { getNextPageParam: ({ nextCursor }) => nextCursor }),
      ),
      queries.ensureQueryData(api.phase.funnel.queryOptions()),
      queries.ensureQueryData(api.policy.show.queryOptions({})),
    ]),
  component: BoardPage,
});
