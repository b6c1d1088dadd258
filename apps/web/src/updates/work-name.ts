import { useQueries } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";

/** The name of a deliverable, or its id while names are on their way. */
export type WorkName = (account: string, deliverable: string) => string;

/** The names of what these accounts have ordered. */
export function useWorkName(accounts: readonly string[]): WorkName {
  const api = useApi();
  const lists = useQueries({
    queries: [...new Set(accounts)].map((account) => api.deliverable.list.queryOptions({ account, limit: 500 })),
  });
  const works = lists.flatMap(({ data }) => data?.items ?? []);
  return (account, deliverable) =>
    works.find((work) => work.account === account && work.id === deliverable)?.name ?? deliverable;
}
