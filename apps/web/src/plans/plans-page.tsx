import { addDays, daysBetween } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Group, SegmentedControl, Text } from "@mantine/core";
import { IconTimeline } from "@tabler/icons-react";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { AccountFilter } from "../accounts/account-filter.tsx";
import type { PlanRow } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useToday } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { slipWords, turnWords } from "../plan-ribbon/turn-words.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import { type PlansSearch, plansInput } from "./plans-search.ts";

const SavePlan = lazy(async () => ({ default: (await import("./save-plan.tsx")).SavePlan }));

const route = getRouteApi("/_app/plans/");

/** The implementation plans of all accounts: what comes next, whose turn it is, and what is late (IMPL-4). */
export function PlansPage() {
  const search = route.useSearch();
  const { show, account, ask, sort } = search;
  const query = useSuspenseInfiniteQuery(
    useApi().plan.overview.infiniteQueryOptions(plansInput, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const maySave = useMay("plan.save");
  const today = useToday();
  const all = query.data.pages.flatMap(({ items }) => items);
  const rows = all.filter(
    (plan) =>
      (account === undefined || plan.account === account) &&
      (show === undefined || (show === "late" ? connectedSlip(plan) > 0 : plan.next?.side === show)),
  );
  return (
    <Page
      title={t`Plans`}
      answer={answerOf(all)}
      actions={
        maySave ? (
          <AskLink ask="plan" variant="filled">
            <Trans>Plan an implementation</Trans>
          </AskLink>
        ) : null
      }
    >
      <Section
        title={t`Implementations`}
        note={t`Forecast beside target; Go Live is a range and never a promise.`}
        flush
        actions={<Filters search={search} />}
      >
        <DataTable
          label={t`Implementation plans`}
          rows={rows}
          columns={columnsFor(today)}
          rowKey={({ account: key, id }) => `${key} ${id}`}
          sort={sort}
          fileName="plans"
          more={query}
          empty={
            <Empty
              icon={<IconTimeline />}
              title={all.length === 0 ? t`No plan yet` : t`No plan like that`}
              next={t`Plan an implementation from its order date: its steps and weeks follow.`}
            />
          }
        />
      </Section>
      <AskDialog does="plan.save" open={ask === "plan"} title={t`Plan an implementation`} wide>
        <Suspense fallback={null}>
          <SavePlan account={account} />
        </Suspense>
      </AskDialog>
    </Page>
  );
}

const connectedOf = ({ milestones }: PlanRow) => milestones.find(({ id }) => id === "connected");

function connectedSlip(plan: PlanRow): number {
  const connected = connectedOf(plan);
  return connected === undefined ? 0 : daysBetween(connected.targetOn, connected.forecastOn);
}

function Filters({ search: { show, account } }: { readonly search: PlansSearch }) {
  const navigate = route.useNavigate();
  const set = (changes: Partial<PlansSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...changes }), resetScroll: false });
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label={t`Which plans`}
        data={[
          { value: "all", label: t`All` },
          { value: "ours", label: t`Our turn` },
          { value: "theirs", label: t`Customer's turn` },
          { value: "late", label: t`Late` },
        ]}
        value={show ?? "all"}
        onChange={(value) => set({ show: value === "all" ? undefined : (value as PlansSearch["show"]) })}
      />
      <AccountFilter account={account} onChange={(chosen) => set({ account: chosen })} />
    </Group>
  );
}

const columnsFor = (today: string): readonly Column<PlanRow>[] => [
  {
    id: "account",
    label: t`Account`,
    show: ({ account, accountName, id, name }) => (
      <div>
        <TextLink to="/plans/$account/$plan" params={{ account, plan: id }} fw={550}>
          {accountName}
        </TextLink>
        <Text size="sm" c="dimmed">
          {name}
        </Text>
      </div>
    ),
    value: ({ accountName, name }) => `${accountName}, ${name}`,
  },
  {
    id: "next",
    label: t`Next step`,
    show: ({ next }) =>
      next === null ? (
        <StateBadge tone="good">{t`All done`}</StateBadge>
      ) : (
        <div>
          {next.label}
          <Text size="sm" c="dimmed">
            {next.forecast.end === null ? (
              <Trans>
                from <DayLabel day={next.forecast.start} />
              </Trans>
            ) : (
              <Trans>
                by <DayLabel day={next.forecast.end} />
              </Trans>
            )}
          </Text>
        </div>
      ),
    value: ({ next }) => next?.forecast.end ?? next?.forecast.start ?? "",
    csv: ({ next }) => next?.label ?? "",
  },
  {
    id: "turn",
    label: t`Whose turn`,
    beside: true,
    show: ({ next }) =>
      next === null ? null : (
        <Badge variant="default" miw="max-content">
          {turnWords(next.side, "team")}
        </Badge>
      ),
    value: ({ next }) => next?.side ?? "",
  },
  {
    id: "connected",
    label: t`Connected`,
    figures: true,
    show: (plan) => {
      const connected = connectedOf(plan);
      return connected === undefined ? null : <DayLabel day={connected.forecastOn} />;
    },
    value: (plan) => connectedOf(plan)?.forecastOn ?? "",
  },
  {
    id: "slip",
    label: t`Slip`,
    show: (plan) => <Slip plan={plan} />,
    value: (plan) => plan.late?.slipDays ?? 0,
    csv: (plan) => (plan.late === null ? "" : lateStep(plan.late)),
  },
  {
    id: "live",
    label: t`Go Live`,
    figures: true,
    wide: true,
    show: ({ goLive: { earliest, latest } }) => (
      <span title={t`${earliest} to ${latest}, open-ended`}>
        <Trans>
          from <DayLabel day={earliest} />
        </Trans>
      </span>
    ),
    value: ({ goLive }) => goLive.earliest,
  },
  {
    id: "ordered",
    label: t`Ordered`,
    figures: true,
    wide: true,
    show: ({ orderedOn }) =>
      orderedOn < addDays(today, 1) ? (
        <DayLabel day={orderedOn} />
      ) : (
        <Trans>
          from <DayLabel day={orderedOn} />
        </Trans>
      ),
    value: ({ orderedOn }) => orderedOn,
  },
];

/** What is furthest behind, and whose days they are. */
function Slip({ plan }: { readonly plan: PlanRow }) {
  const days = connectedSlip(plan);
  if (plan.late === null) return <StateBadge tone="good">{t`On plan`}</StateBadge>;
  return (
    <div>
      <StateBadge tone={days > 0 ? "late" : "soon"}>
        {days > 0 ? plural(days, { one: "Connected # day late", other: "Connected # days late" }) : t`Connected holds`}
      </StateBadge>
      <Text size="sm" c="dimmed">
        {lateStep(plan.late)}
      </Text>
    </div>
  );
}

/** `Step 2: …: 9 days late (5 customer, 4 services team)`. */
function lateStep(late: NonNullable<PlanRow["late"]>): string {
  const [step, slip] = [late.label, slipWords(late, "team")];
  return t`${step}: ${slip}`;
}

function answerOf(plans: readonly PlanRow[]): string {
  const running = plans.filter(({ next }) => next !== null);
  if (running.length === 0) return t`No implementation runs.`;
  const turn = (side: "ours" | "theirs") => running.filter(({ next }) => next?.side === side).length;
  const late = running.filter((plan) => connectedSlip(plan) > 0).length;
  const [ours, theirs] = [turn("ours"), turn("theirs")];
  return late === 0
    ? t`${plural(running.length, { one: "# implementation runs", other: "# implementations run" })}: our turn in ${ours}, the customer's in ${theirs}; none is late.`
    : t`${plural(running.length, { one: "# implementation runs", other: "# implementations run" })}: our turn in ${ours}, the customer's in ${theirs}; ${late} late.`;
}
