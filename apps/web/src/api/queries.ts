import { MutationCache, QueryClient } from "@tanstack/react-query";
import { isUnsure, refusalOf } from "./refusal.ts";

/** One fact changes many answers, so after a write everything on screen is asked again. */
export function createQueries(): QueryClient {
  const queries = new QueryClient({
    mutationCache: new MutationCache({
      // Not after signing in: what waits for that would be waited for.
      onSuccess: (_answer, _input, _result, { options }) =>
        JSON.stringify(options.mutationKey ?? []).includes('"session","signIn')
          ? undefined
          : queries.invalidateQueries(),
      // What is refused was often done by somebody else meanwhile: then the page shows what was not so.
      onError: (error) => void (isStale(error) && queries.invalidateQueries()),
    }),
    defaultOptions: {
      // Asked also when the browser thinks it is offline: the server may be on the same machine, and waiting says nothing.
      queries: { staleTime: 10_000, retry: mayTryAgain, networkMode: "always", refetchOnReconnect: true },
      mutations: { retry: mayTryAgain, retryDelay: 500, networkMode: "always" },
    },
  });
  return queries;
}

/** A refusal stays one; a lost connection is worth another try, and a write keeps its key (see idempotency-keys). */
const mayTryAgain = (count: number, error: Error): boolean => count < 2 && isUnsure(error);

const isStale = (error: Error): boolean => {
  const code = refusalOf(error)?.code;
  return code !== undefined && code !== "MALFORMED" && !isUnsure(error);
};
