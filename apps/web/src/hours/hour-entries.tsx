import { Button, Group } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { AccountView, Entry } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { MoreRows } from "../data-table/more-rows.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { sum } from "../figures/sum.ts";
import { DayField } from "../forms/day-field.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { EntryPlaces } from "../time/entry-places.tsx";

/** More come when they are asked for: the page is about hours, not entries. */
const rowsShown = 25;

/** The time entries behind the hours, the latest first, to read and to take along. */
export function HourEntries({
  account,
  deliverables,
}: {
  readonly account: string;
  readonly deliverables: AccountView["deliverables"];
}) {
  const { from, to, sort } = useSearch({ strict: false });
  const navigate = useNavigate({ from: "/hours" });
  const entries = useInfiniteQuery(
    useApi().time.list.infiniteQueryOptions(
      {
        account,
        limit: rowsShown,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: (before) => before },
    ),
  );
  const rows = (entries.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ reversedOn }) => reversedOn === null,
  );
  const nameOf = (id: string | null) =>
    id === null ? "general work" : (deliverables.find((each) => each.id === id)?.name ?? id);
  const set = (name: "from" | "to") => (day: string | null) =>
    navigate({ search: (search) => ({ ...search, [name]: day ?? undefined }), resetScroll: false });
  return (
    <Section
      title="Time entries"
      flush
      actions={
        <Group gap="xs">
          <DayField
            aria-label="From"
            placeholder="from"
            size="xs"
            clearable
            value={from ?? null}
            onChange={set("from")}
          />
          <DayField aria-label="To" placeholder="to" size="xs" clearable value={to ?? null} onChange={set("to")} />
          {from === undefined && to === undefined ? null : (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              onClick={() => navigate({ search: {}, resetScroll: false })}
            >
              All days
            </Button>
          )}
        </Group>
      }
    >
      <DataTable<Entry>
        label="Time entries"
        rows={rows}
        rowKey={({ id }) => id}
        sort={sort}
        fileName={`hours-${account}`}
        after={<MoreRows query={entries} />}
        empty={<Empty title="No time in these days" next="Choose other days, or all of them." />}
        columns={[
          { id: "on", label: "Date", show: ({ on }) => <DayLabel day={on} />, value: ({ on }) => on },
          { id: "worker", label: "Who", show: ({ worker }) => worker, value: ({ worker }) => worker },
          {
            id: "for",
            label: "For",
            show: ({ deliverable }) => nameOf(deliverable),
            value: ({ deliverable }) => nameOf(deliverable),
          },
          { id: "note", label: "What", show: ({ note }) => note, value: ({ note }) => note },
          { id: "places", label: "Went to", show: (entry) => <EntryPlaces entry={entry} /> },
          {
            id: "minutes",
            label: "Time",
            figures: true,
            beside: true,
            show: ({ minutes }) => <Duration minutes={minutes} />,
            value: ({ minutes }) => minutes,
            total: (shown) => <Duration minutes={sum(shown.map(({ minutes }) => minutes))} />,
          },
        ]}
      />
    </Section>
  );
}
