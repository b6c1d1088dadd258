import { createFileRoute } from "@tanstack/react-router";
import { MessageSearch, messageInput } from "../../../messages/message-search.ts";
import { MessagesPage } from "../../../messages/messages-page.tsx";

export const Route = createFileRoute("/_app/messages")({
  validateSearch: MessageSearch,
  loaderDeps: ({ search: { state, kind } }) => ({ state, kind }),
  loader: ({ context: { queries, api }, deps }) =>
    queries.ensureInfiniteQueryData(
      api.message.list.infiniteQueryOptions(messageInput(deps), { getNextPageParam: ({ nextCursor }) => nextCursor }),
    ),
  component: MessagesPage,
});
