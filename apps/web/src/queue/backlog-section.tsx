import type { KeptCount } from "@cimpro/domain";
import { Group, SimpleGrid, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Promises, RequestView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { MoreRows } from "../data-table/more-rows.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Empty } from "../page/empty.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { requestStates } from "../requests/request-words.ts";
import { StartWindow } from "../requests/start-window.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";
import { type BacklogWeek, backlogWeeks } from "./backlog-weeks.ts";
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
    <Section title="Backlog" note={items === undefined ? undefined : summary(items, weeks)} flush>
      <Stack gap="md">
        <RefusalNote error={promises.error ?? backlog.error} />
        {promises.data === undefined ? <Skeleton h={84} mx="md" /> : <Kept promises={promises.data} />}
        {items === undefined ? (
          <Skeleton h={240} mx="md" />
        ) : items.length === 0 ? (
          <Empty
            title="Nothing waits to begin"
            next="Requests wait here from the day they come in until work begins."
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
              label="Backlog"
              rows={items}
              columns={columns}
              rowKey={({ id }) => id}
              sort={sort}
              fileName="backlog"
              empty={null}
              after={<MoreRows query={backlog} />}
            />
          </>
        )}
      </Stack>
    </Section>
  );
}

function summary(items: readonly RequestView[], weeks: readonly BacklogWeek[]): string {
  if (items.length === 0) return "Everything that was asked for has begun.";
  const overdue = weeks.find(({ start }) => start === "past");
  const late = overdue === undefined ? 0 : overdue.small + overdue.large;
  const count = `${items.length} ${items.length === 1 ? "piece of work has" : "pieces of work have"} not begun`;
  const unsized = weeks.find(({ start }) => start === null)?.unsized ?? 0;
  const parts = [
    late === 0 ? "none is past its start window" : `${late} ${late === 1 ? "is" : "are"} past the start window`,
    ...(unsized === 0 ? [] : [`${unsized} not sized yet`]),
  ];
  return `${count}: ${parts.join(", ")}. By the week in which the start window ends.`;
}

function Kept({ promises: { followUp, start, startWindows, since } }: { readonly promises: Promises }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} px="md" spacing="md">
      <KeptShare title="Followed up in time" count={followUp} clause="REQ-1" since={since} />
      <KeptShare title="Begun in the start window" count={start} clause="REQ-3" since={since} />
      <div>
        <Text size="sm" c="dimmed">
          Sized today, work would begin
        </Text>
        <Text size="sm">
          small: <StartWindow window={startWindows.small} />
        </Text>
        <Text size="sm">
          large: <StartWindow window={startWindows.large} /> <ClauseLink id="REQ-3" />
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
        {kept} kept, {missed} missed, {open} still open, since <DayLabel day={since} />
      </Text>
    </div>
  );
}

function WeekTable({ weeks, today }: { readonly weeks: readonly BacklogWeek[]; readonly today: string }) {
  return (
    <details>
      <summary>Show as a table</summary>
      <Table mt="xs" maw={420} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>To begin by the week of</Table.Th>
            <Table.Th ta="right">Small</Table.Th>
            <Table.Th ta="right">Large</Table.Th>
            <Table.Th ta="right">Not sized</Table.Th>
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
    </details>
  );
}

const columns: readonly Column<RequestView>[] = [
  {
    id: "title",
    label: "Asked for",
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
    label: "Account",
    show: ({ account, accountName }) => (
      <TextLink to="/accounts/$id" params={{ id: account }}>
        {accountName}
      </TextLink>
    ),
    value: ({ accountName }) => accountName,
  },
  {
    id: "state",
    label: "State",
    beside: true,
    show: ({ state }) => <StateBadge tone={requestStates[state].tone}>{requestStates[state].word}</StateBadge>,
    value: ({ state }) => state,
  },
  {
    id: "size",
    label: "Size",
    show: ({ size }) => size ?? null,
    value: ({ size }) => size ?? "",
  },
  {
    id: "start",
    label: "Start window",
    figures: true,
    show: ({ expectedStart }) => (expectedStart === null ? null : <StartWindow window={expectedStart} />),
    value: ({ expectedStart }) => expectedStart?.to ?? "",
    csv: ({ expectedStart }) => (expectedStart === null ? "" : `${expectedStart.from} to ${expectedStart.to}`),
  },
  {
    id: "asked",
    label: "Asked on",
    figures: true,
    show: ({ submittedOn }) => <DayLabel day={submittedOn} />,
    value: ({ submittedOn }) => submittedOn,
  },
];
