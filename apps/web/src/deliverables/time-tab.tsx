import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";
import { EntryDialogs } from "../time/entry-dialogs.tsx";
import { EntryTable } from "../time/entry-table.tsx";
import { rowsAtOnce } from "../time/rows-at-once.ts";
import type { TabProps } from "./deliverable-tabs.tsx";

const route = getRouteApi("/_app/accounts/$id_/deliverables/$deliverable");

/** The time worked on it, newest first, and what became of it. */
export function TimeTab({ work }: TabProps) {
  const { sort } = route.useSearch();
  const api = useApi();
  const mayLog = useMay("time.log");
  const account = useSuspenseQuery(api.account.show.queryOptions({ account: work.account })).data;
  const entries = useSuspenseInfiniteQuery(
    api.time.list.infiniteQueryOptions(
      { account: work.account, deliverable: work.id, limit: rowsAtOnce },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const rows = entries.data.pages.flatMap(({ items }) => items);
  return (
    <Section
      title={t`Time`}
      flush
      actions={
        mayLog && work.state === "open" ? (
          <AskLink ask="log" size="xs">
            <Trans>Log time</Trans>
          </AskLink>
        ) : null
      }
    >
      <EntryTable
        entries={rows}
        deliverables={account.deliverables}
        sort={sort}
        fileName={`time-${work.id}`}
        more={entries}
      />
      <EntryDialogs account={account} entries={rows} />
    </Section>
  );
}
