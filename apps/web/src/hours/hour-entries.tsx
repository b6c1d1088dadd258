import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { AccountView, Entry } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { DataTable } from "../data-table/data-table.tsx";
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
    id === null ? t`general work` : (deliverables.find((each) => each.id === id)?.name ?? id);
  const set = (name: "from" | "to") => (day: string | null) =>
    navigate({ search: (search) => ({ ...search, [name]: day ?? undefined }), resetScroll: false });
  return (
    <Section
      title={t`Time entries`}
      flush
      actions={
        <Group gap="xs">
          <DayField
            aria-label={t`From`}
            placeholder={t`from`}
            size="xs"
            clearable
            value={from ?? null}
            onChange={set("from")}
          />
          <DayField
            aria-label={t`To`}
            placeholder={t`to`}
            size="xs"
            clearable
            value={to ?? null}
            onChange={set("to")}
          />
          {from === undefined && to === undefined ? null : (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              onClick={() => navigate({ search: {}, resetScroll: false })}
            >
              <Trans>All days</Trans>
            </Button>
          )}
        </Group>
      }
    >
      <DataTable<Entry>
        label={t`Time entries`}
        rows={rows}
        rowKey={({ id }) => id}
        sort={sort}
        fileName={`hours-${account}`}
        more={entries}
        empty={
          from === undefined && to === undefined ? (
            <Empty
              title={t`No time yet`}
              next={t`What is worked for you shows here: when, by whom, and what covered it.`}
            />
          ) : (
            <Empty title={t`No time in these days`} next={t`Choose other days, or all of them.`} />
          )
        }
        columns={[
          { id: "on", label: t`Date`, show: ({ on }) => <DayLabel day={on} />, value: ({ on }) => on },
          { id: "worker", label: t`Who`, show: ({ worker }) => worker, value: ({ worker }) => worker },
          {
            id: "for",
            label: t`For`,
            show: ({ deliverable }) => nameOf(deliverable),
            value: ({ deliverable }) => nameOf(deliverable),
          },
          { id: "note", label: t`What`, show: ({ note }) => note, value: ({ note }) => note },
          { id: "places", label: t`Went to`, show: (entry) => <EntryPlaces entry={entry} /> },
          {
            id: "minutes",
            label: t`Time`,
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
