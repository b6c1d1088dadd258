import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { AccountView, Entry } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import type { SortText } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { sum } from "../figures/sum.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { EntryMenu } from "./entry-menu.tsx";
import { EntryPlaces } from "./entry-places.tsx";

/** Time entries with where their minutes went. */
export function EntryTable({
  entries,
  deliverables,
  sort,
  fileName,
  after,
}: {
  readonly entries: readonly Entry[];
  readonly deliverables: AccountView["deliverables"];
  readonly sort: SortText;
  readonly fileName: string;
  readonly after: ReactNode;
}) {
  const mayLog = useMay("team");
  const nameOf = (id: string | null) =>
    id === null ? "general work" : (deliverables.find((each) => each.id === id)?.name ?? id);
  const counted = (rows: readonly Entry[]) => rows.filter(({ reversedOn }) => reversedOn === null);
  return (
    <DataTable<Entry>
      label="Time entries"
      rows={entries}
      rowKey={({ id }) => id}
      sort={sort}
      fileName={fileName}
      after={after}
      empty={
        <Empty title="No time here" next={mayLog ? "Log time, or choose other days." : "What is worked shows here."}>
          {mayLog ? (
            <AskLink ask="log" variant="filled" size="xs">
              Log time
            </AskLink>
          ) : undefined}
        </Empty>
      }
      columns={[
        { id: "on", label: "Date", show: ({ on }) => <DayLabel day={on} />, value: ({ on }) => on },
        { id: "worker", label: "Worker", show: ({ worker }) => worker, value: ({ worker }) => worker },
        {
          id: "for",
          label: "For",
          wide: true,
          show: ({ deliverable }) => nameOf(deliverable),
          value: ({ deliverable }) => nameOf(deliverable),
        },
        {
          id: "note",
          label: "Note",
          show: ({ note, overrideReason }) => (
            <>
              {note}
              {overrideReason === null ? null : (
                <Text size="xs" c="dimmed">
                  logged although stopped: {overrideReason}
                </Text>
              )}
            </>
          ),
          value: ({ note }) => note,
        },
        { id: "places", label: "Went to", show: (entry) => <EntryPlaces entry={entry} /> },
        {
          id: "minutes",
          label: "Time",
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
