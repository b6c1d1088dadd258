import { MutationCache, QueryClient } from "@tanstack/react-query";
import { isUnsure } from "./refusal.ts";

/** One fact changes many answers, so after a write everything on screen is asked again. */
export function createQueries(): QueryClient {
  const queries = new QueryClient({
    mutationCache: new MutationCache({ onSuccess: () => queries.invalidateQueries() }),
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
