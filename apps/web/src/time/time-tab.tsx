import { t } from "@lingui/core/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { AccountView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { Section } from "../page/section.tsx";
import { EntryDialogs } from "./entry-dialogs.tsx";
import { EntryTable } from "./entry-table.tsx";
import { rowsAtOnce } from "./rows-at-once.ts";
import { TimeFilters } from "./time-filters.tsx";

const route = getRouteApi("/_app/accounts/$id");

/** The time of an account, newest first, and what became of it. */
export function TimeTab({ account }: { readonly account: AccountView }) {
  const { from, to, deliverable, state, sort } = route.useSearch();
  const entries = useSuspenseInfiniteQuery(
    useApi().time.list.infiniteQueryOptions(
      {
        account: account.id,
        limit: rowsAtOnce,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(deliverable === undefined ? {} : { deliverable }),
        ...(state === undefined ? {} : { state }),
      },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const rows = entries.data.pages.flatMap(({ items }) => items);
  return (
    <Section title={state === "open" ? t`Open time` : t`Time`} flush actions={<TimeFilters account={account} />}>
      <EntryTable
        entries={rows}
        deliverables={account.deliverables}
        sort={sort}
        fileName={`time-${account.id}`}
        more={entries}
      />
      <EntryDialogs account={account} entries={rows} />
    </Section>
  );
}
