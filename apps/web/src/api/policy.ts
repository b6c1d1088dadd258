import { useQuery } from "@tanstack/react-query";
import type { PolicyView } from "./answers.ts";
import { useApi } from "./context.ts";

/** A policy version never changes, so it is asked for once. Without a version: the one in force. */
export function usePolicy(version?: number | undefined): PolicyView | undefined {
  const options = useApi().policy.show.queryOptions(version === undefined ? {} : { version });
  return useQuery({ ...options, staleTime: version === undefined ? 60_000 : Number.POSITIVE_INFINITY }).data;
}

/** The policy that was in force on a day; days before the first version belong to the first. */
export function usePolicyOn(day: string): PolicyView | undefined {
  const versions = useQuery({ ...useApi().policy.list.queryOptions(), staleTime: 60_000 }).data?.items;
  return usePolicy((versions?.findLast(({ from }) => from <= day) ?? versions?.[0])?.version);
}
