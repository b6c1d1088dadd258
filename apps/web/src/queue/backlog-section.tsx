import type { KeptCount } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, SimpleGrid, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Promises, RequestView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { CsvButton } from "../data-table/csv-button.tsx";
import { DataTable } from "../data-table/data-table.tsx";
import { plainColumn } from "../data-table/plain-column.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Empty } from "../page/empty.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { requestState } from "../requests/request-words.ts";
import { StartWindow } from "../requests/start-window.tsx";
import { sizeWord } from "../requests/triage-words.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";
import { type BacklogWeek, backlogWeeks } from "./backlog-weeks.ts";
import classes from "./queue.module.css";
import { weekLabel } from "./week-label.ts";

// Charts are the heaviest part of the dashboard; they come when one is shown.
const BacklogChart = lazy(async () => ({ default: (await import("./backlog-chart.tsx")).BacklogChart }));

/** What has been asked for and not begun, when it is expected to, and how such promises were kept (REQ-3). */
export function BacklogSection({ sort }: { readonly sort: string | undefined }) {
  const api = useApi();
  const today = useToday();
  const promises = useQuery(api.request.promises.queryOptions({}));
  const backlog = useInfiniteQuery(
    api.request.backlog.infiniteQueryOptions({ limit: 200 }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const items = backlog.data?.pages.flatMap((page) => page.items);
  const weeks = items === undefined ? [] : backlogWeeks(items, today);
  return (
    <Section title={t`Backlog`} note={items === undefined ? undefined : summary(items, weeks)} flush>
      <Stack gap="md">
        <RefusalNote error={promises.error ?? backlog.error} />
        {promises.data === undefined ? <Skeleton h={84} mx="md" /> : <Kept promises={promises.data} />}
        {items === undefined ? (
          <Skeleton h={240} mx="md" />
        ) : items.length === 0 ? (
          <Empty
            title={t`Nothing waits to begin`}
            next={t`Requests wait here from the day they come in until work begins.`}
          />
        ) : (
          <>
            <div style={{ paddingInline: "var(--mantine-spacing-md)" }}>
              <Suspense fallback={<Skeleton h={180} />}>
                <BacklogChart weeks={weeks} />
              </Suspense>
              <WeekTable weeks={weeks} today={today} />
            </div>
            <DataTable
              label={t`Backlog`}
              rows={items}
              columns={columnsOf()}
              rowKey={({ id }) => id}
              sort={sort}
              fileName="backlog"
              empty={null}
              more={backlog}
            />
          </>
        )}
      </Stack>
    </Section>
  );
}

function summary(items: readonly RequestView[], weeks: readonly BacklogWeek[]): string {
  const count = items.length;
  if (count === 0) return t`Everything that was asked for has begun.`;
  const overdue = weeks.find(({ start }) => start === "past");
  const late = overdue === undefined ? 0 : overdue.small + overdue.large;
  const unsized = weeks.find(({ start }) => start === null)?.unsized ?? 0;
  const notBegun = plural(count, { one: "# piece of work has not begun", other: "# pieces of work have not begun" });
  const past = plural(late, {
    0: "none is past its start window",
    one: "# is past the start window",
    other: "# are past the start window",
  });
  return unsized === 0
    ? t`${notBegun}: ${past}. By the week in which the start window ends.`
    : t`${notBegun}: ${past}, ${unsized} not sized yet. By the week in which the start window ends.`;
}

function Kept({ promises: { followUp, start, startWindows, since } }: { readonly promises: Promises }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} px="md" spacing="md">
      <KeptShare title={t`Followed up in time`} count={followUp} clause="REQ-1" since={since} />
      <KeptShare title={t`Begun in the start window`} count={start} clause="REQ-3" since={since} />
      <div>
        <Text size="sm" c="dimmed">
          <Trans>Sized today, work would begin</Trans>
        </Text>
        <Text size="sm">
          <Trans>
            small: <StartWindow window={startWindows.small} />
          </Trans>
        </Text>
        <Text size="sm">
          <Trans>
            large: <StartWindow window={startWindows.large} />
          </Trans>{" "}
          <ClauseLink id="REQ-3" />
        </Text>
      </div>
    </SimpleGrid>
  );
}

function KeptShare({
  title,
  count: { kept, missed, open, keptPercent },
  clause,
  since,
}: {
  readonly title: string;
  readonly count: KeptCount;
  readonly clause: string;
  readonly since: string;
}) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Group gap="xs" align="baseline">
        <Text fw={620} size="xl" className="figure">
          {keptPercent === null ? "–" : `${keptPercent} %`}
        </Text>
        <ClauseLink id={clause} />
      </Group>
      <Text size="sm" c="dimmed">
        <Trans>
          {kept} kept, {missed} missed, {open} still open, since <DayLabel day={since} />
        </Trans>
      </Text>
    </div>
  );
}

function WeekTable({ weeks, today }: { readonly weeks: readonly BacklogWeek[]; readonly today: string }) {
  return (
    <details className={classes.weeks}>
      <summary>
        <Trans>Show as a table</Trans>
      </summary>
      <Table mt="xs" maw={420} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`To begin by the week of`}</Table.Th>
            <Table.Th ta="right">{t`Small`}</Table.Th>
            <Table.Th ta="right">{t`Large`}</Table.Th>
            <Table.Th ta="right">{t`Not sized`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeks.map((week) => (
            <Table.Tr key={week.start ?? "none"}>
              <Table.Th scope="row" fw={400}>
                {weekLabel(week, today)}
              </Table.Th>
              <Table.Td ta="right">{week.small}</Table.Td>
              <Table.Td ta="right">{week.large}</Table.Td>
              <Table.Td ta="right">{week.unsized}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <CsvButton
        rows={weeks}
        columns={[
          plainColumn<BacklogWeek>("week", t`To begin by the week of`, (week) => week.start ?? weekLabel(week, today)),
          plainColumn<BacklogWeek>("small", t`Small`, ({ small }) => small),
          plainColumn<BacklogWeek>("large", t`Large`, ({ large }) => large),
          plainColumn<BacklogWeek>("unsized", t`Not sized`, ({ unsized }) => unsized),
        ]}
        of={t`Backlog`}
        fileName="backlog-by-week"
      />
    </details>
  );
}

const columnsOf = (): readonly Column<RequestView>[] => [
  {
    id: "title",
    label: t`Asked for`,
    show: ({ account, acceptance, title, id }) =>
      acceptance?.as === "deliverable" && acceptance.reference !== null ? (
        <DeliverableLink account={account} deliverable={acceptance.reference}>
          {title}
        </DeliverableLink>
      ) : (
        <TextLink to="/queue" search={{ row: id, of: account }}>
          {title}
        </TextLink>
      ),
    value: ({ title }) => title,
  },
  {
    id: "account",
    label: t`Account`,
    show: ({ account, accountName }) => (
      <TextLink to="/accounts/$id" params={{ id: account }}>
        {accountName}
      </TextLink>
    ),
    value: ({ accountName }) => accountName,
  },
  {
    id: "state",
    label: t`State`,
    beside: true,
    show: ({ state }) => <StateBadge tone={requestState(state).tone}>{requestState(state).word}</StateBadge>,
    value: ({ state }) => state,
  },
  {
    id: "size",
    label: t`Size`,
    show: ({ size }) => (size === null ? null : sizeWord(size)),
    value: ({ size }) => size ?? "",
  },
  {
    id: "start",
    label: t`Start window`,
    figures: true,
    show: ({ expectedStart }) => (expectedStart === null ? null : <StartWindow window={expectedStart} />),
    value: ({ expectedStart }) => expectedStart?.to ?? "",
    csv: ({ expectedStart }) => (expectedStart === null ? "" : windowText(expectedStart)),
  },
  {
    id: "asked",
    label: t`Asked on`,
    figures: true,
    show: ({ submittedOn }) => <DayLabel day={submittedOn} />,
    value: ({ submittedOn }) => submittedOn,
  },
];

const windowText = ({ from, to }: NonNullable<RequestView["expectedStart"]>): string => t`${from} to ${to}`;
