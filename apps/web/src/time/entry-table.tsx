import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { AccountView, Entry } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import type { SortText } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import type { ListQuery } from "../data-table/list-query.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { sum } from "../figures/sum.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { EntryMenu } from "./entry-menu.tsx";
import { EntryPlaces } from "./entry-places.tsx";

/** Longer names break like other words. */
const longestName = 30;

/** Time entries with where their minutes went. */
export function EntryTable({
  entries,
  deliverables,
  sort,
  fileName,
  more,
}: {
  readonly entries: readonly Entry[];
  readonly deliverables: AccountView["deliverables"];
  readonly sort: SortText;
  readonly fileName: string;
  readonly more: ListQuery;
}) {
  const mayLog = useMay("time.log");
  const nameOf = (id: string | null) =>
    id === null ? t`general work` : (deliverables.find((each) => each.id === id)?.name ?? id);
  const counted = (rows: readonly Entry[]) => rows.filter(({ reversedOn }) => reversedOn === null);
  return (
    <DataTable<Entry>
      label={t`Time entries`}
      rows={entries}
      rowKey={({ id }) => id}
      sort={sort}
      fileName={fileName}
      more={more}
      empty={
        <Empty
          title={t`No time here`}
          next={mayLog ? t`Log time, or choose other days.` : t`What is worked shows here.`}
        >
          {mayLog ? (
            <AskLink ask="log" variant="filled" size="xs">
              <Trans>Log time</Trans>
            </AskLink>
          ) : undefined}
        </Empty>
      }
      columns={[
        {
          id: "on",
          label: t`Date`,
          show: ({ on }) => (
            <Whole>
              <DayLabel day={on} />
            </Whole>
          ),
          value: ({ on }) => on,
        },
        {
          id: "worker",
          label: t`Worker`,
          show: ({ worker }) => (worker.length > longestName ? worker : <Whole>{worker}</Whole>),
          value: ({ worker }) => worker,
        },
        {
          id: "for",
          label: t`For`,
          wide: true,
          show: ({ deliverable }) => nameOf(deliverable),
          value: ({ deliverable }) => nameOf(deliverable),
        },
        {
          id: "note",
          label: t`Note`,
          show: ({ note, overrideReason }) => (
            <>
              {note}
              {overrideReason === null ? null : (
                <Text size="xs" c="dimmed">
                  <Trans>logged although stopped: {overrideReason}</Trans>
                </Text>
              )}
            </>
          ),
          value: ({ note }) => note,
        },
        { id: "places", label: t`Went to`, show: (entry) => <EntryPlaces entry={entry} /> },
        {
          id: "minutes",
          label: t`Time`,
          figures: true,
          beside: true,
          show: ({ minutes, reversedOn }) =>
            reversedOn === null ? (
              <Duration minutes={minutes} />
            ) : (
              <s>
                <Duration minutes={minutes} />
              </s>
            ),
          value: ({ minutes }) => minutes,
          total: (rows) => <Duration minutes={sum(counted(rows).map(({ minutes }) => minutes))} />,
        },
        {
          id: "menu",
          label: "",
          figures: true,
          show: (entry) => (entry.reversedOn === null ? <EntryMenu entry={entry} /> : null),
        },
      ]}
    />
  );
}

/** Days and names stay on one line: notes have the words to break. */
const Whole = ({ children }: { readonly children: ReactNode }) => (
  <span style={{ whiteSpace: "nowrap" }}>{children}</span>
);
