import { skipToken, useQuery } from "@tanstack/react-query";
import { useAccountName } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import type { SheetRow } from "./week.ts";

/** What a row of the sheet is for, in one line: the account, and the deliverable if it is one's. */
export function useRowName(row: SheetRow | null): string {
  const nameOf = useAccountName();
  const ofAccount = row === null || row.deliverable === null ? skipToken : { account: row.account, limit: 500 };
  const works = useQuery(useApi().deliverable.list.queryOptions(ofAccount)).data?.items ?? [];
  if (row === null) return "";
  const account = nameOf(row.account);
  if (row.deliverable === null) return account;
  return `${account}, ${works.find(({ id }) => id === row.deliverable)?.name ?? row.deliverable}`;
}
