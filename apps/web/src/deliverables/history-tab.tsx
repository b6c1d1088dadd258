import { t } from "@lingui/core/macro";
import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { JournalTable } from "../journal/journal-table.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import type { TabProps } from "./deliverable-tabs.tsx";
import { type Happened, happenedOf } from "./happened.ts";

/** Who did what when: for everybody what was stated and moved, for who may read it the journal itself. */
export function HistoryTab({ work }: TabProps) {
  const mayReadJournal = useMay("journal.list");
  const { account, id: deliverable } = work;
  const { dossier } = useSuspenseQuery(useApi().phase.dossier.queryOptions({ account, deliverable })).data;
  return (
    <>
      <Section title={t`What happened`} note={t`Moves, statements, findings and approvals, newest first`} flush>
        <DataTable<Happened>
          label={t`What happened`}
          rows={happenedOf(dossier)}
          rowKey={({ id }) => id}
          sort="fixed"
          fileName={`history-${deliverable}`}
          empty={<Empty title={t`Nothing happened yet`} next={t`The first statement for a gate begins its history.`} />}
          columns={[
            { id: "what", label: t`What`, show: ({ what }) => what, value: ({ what }) => what },
            { id: "detail", label: t`In their words`, show: ({ detail }) => detail, value: ({ detail }) => detail },
            { id: "who", label: t`Who`, show: ({ who }) => who, value: ({ who }) => who },
            { id: "on", label: t`When`, beside: true, show: ({ on }) => <DayLabel day={on} />, value: ({ on }) => on },
          ]}
        />
      </Section>
      {mayReadJournal ? <Journal account={account} deliverable={deliverable} /> : null}
    </>
  );
}

function Journal({ account, deliverable }: { readonly account: string; readonly deliverable: string }) {
  const journal = useSuspenseInfiniteQuery(
    useApi().journal.list.infiniteQueryOptions(
      { stream: account, deliverable, limit: 50 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <Section title={t`Journal`} note={t`Every row that says something of it, sealed as written`} flush>
      <JournalTable rows={journal.data.pages.flatMap(({ items }) => items)} more={journal} />
    </Section>
  );
}
