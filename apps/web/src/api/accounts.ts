import { useQuery } from "@tanstack/react-query";
import type { AccountRow } from "./answers.ts";
import { useApi } from "./context.ts";

const none: readonly AccountRow[] = [];

/** The accounts, to choose one from; empty until they have arrived. */
export const useAccounts = (): readonly AccountRow[] =>
  useQuery(useApi().account.list.queryOptions({ limit: 500 })).data?.items ?? none;

/** The name of an account, or its id while names are on their way. */
export function useAccountName(): (id: string) => string {
  const names = new Map(useAccounts().map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
