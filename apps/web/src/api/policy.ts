import { useQuery } from "@tanstack/react-query";
import type { PolicyView } from "./answers.ts";
import { useApi } from "./context.ts";

/** A policy version never changes, so it is asked for once. Without a version: the one in force. */
export function usePolicy(version?: number | undefined): PolicyView | undefined {
  const options = useApi().policy.show.queryOptions(version === undefined ? {} : { version });
  return useQuery({ ...options, staleTime: version === undefined ? 60_000 : Number.POSITIVE_INFINITY }).data;
}
