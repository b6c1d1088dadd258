import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { AccountFilter } from "../accounts/account-filter.tsx";
import { useAccountName } from "../api/accounts.ts";
import type { Customization, VersionUpdate } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";
import { reviewTones, reviewWord } from "./review-words.ts";
import { lastDecided, type ReviewToDecide, reviewsOf } from "./update-search.ts";
import { useWorkName, type WorkName } from "./work-name.ts";

const UpdateDialogs = lazy(async () => ({ default: (await import("./update-dialogs.tsx")).UpdateDialogs }));

const route = getRouteApi("/_app/updates");

/** Version updates, and what has to be looked at before they come (PROC-8, PROC-9). */
export function UpdatesPage() {
  const { account, ask, of, review, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const nameOf = useAccountName();
  const [mayOpen, mayReview] = [useMay("update.open"), useMay("update.review")];
  const customizations = useSuspenseQuery(api.customization.list.queryOptions({})).data.items;
  const updates = useSuspenseQuery(api.update.list.queryOptions({})).data.items;
  const isShown = (each: { readonly account: string }) => account === undefined || each.account === account;
  const reviews = reviewsOf(updates, customizations);
  const toDecide = reviews.filter(({ review: { state }, update }) => state === "open" && isShown(update));
  const needWork = reviews.filter(({ review: { state }, update }) => state === "needs-work" && isShown(update));
  const workName = useWorkName(needWork.map(({ update }) => update.account));
  const asked = reviews.find((each) => each.review.id === review && each.review.account === of);
  return (
    <Page
      title={t`Updates`}
      answer={answerOf(reviews, customizations)}
      actions={
        mayOpen ? (
          <AskLink ask="update" variant="filled">
            <Trans>Open an update</Trans>
          </AskLink>
        ) : null
      }
    >
      <Section
        title={t`Reviews to decide`}
        note={
          <Trans>
            An update does not test customizations: each live one is looked at. <ClauseLink id="PROC-9" />
          </Trans>
        }
        flush
        actions={
          <AccountFilter
            account={account}
            onChange={(chosen) => navigate({ search: (old) => ({ ...old, account: chosen }), resetScroll: false })}
          />
        }
      >
        <DataTable
          label={t`Reviews to decide`}
          rows={toDecide}
          columns={reviewColumns(nameOf, mayReview ? "decide" : workName)}
          rowKey={({ review: { account: key, id } }) => `${key} ${id}`}
          sort={sort}
          fileName="reviews-to-decide"
          empty={
            <Empty
              icon={<IconRefresh />}
              title={t`Nothing to decide`}
              next={t`Open an update: each live customization gets a review of its own.`}
            />
          }
        />
      </Section>
      {needWork.length === 0 ? null : (
        <Section title={t`Needs work`} note={t`Each is a deliverable of its own, to be scoped like any other.`} flush>
          <DataTable
            label={t`Needs work`}
            rows={needWork}
            columns={reviewColumns(nameOf, workName)}
            rowKey={({ review: { account: key, id } }) => `${key} ${id}`}
            sort="fixed"
            fileName="reviews-that-need-work"
            empty={null}
          />
        </Section>
      )}
      <Section title={t`Version updates`} flush>
        <DataTable
          label={t`Version updates`}
          rows={updates.filter(isShown).toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))}
          columns={updateColumns(nameOf)}
          rowKey={({ account: key, id }) => `${key} ${id}`}
          sort={sort}
          fileName="version-updates"
          empty={<Empty title={t`No update yet`} next={t`Open one when a new version of the platform is planned.`} />}
        />
      </Section>
      <Section
        title={t`In long-term support`}
        note={
          <Trans>
            Outside product support: later work on them is scoped, estimated and executed as new work.{" "}
            <ClauseLink id="PROC-8" />
          </Trans>
        }
        flush
      >
        <DataTable
          label={t`Customizations`}
          rows={customizations.filter(isShown)}
          columns={customizationColumns(nameOf, reviews)}
          rowKey={({ account: key, id }) => `${key} ${id}`}
          sort={sort}
          fileName="customizations"
          empty={
            <Empty
              title={t`No customization yet`}
              next={t`A deliverable comes in here when its stabilization is over.`}
            />
          }
        />
      </Section>
      <Suspense fallback={null}>
        {ask === undefined ? null : <UpdateDialogs ask={ask} asked={asked} accounts={liveAccounts(customizations)} />}
      </Suspense>
    </Page>
  );
}

/** The accounts that have a live customization, with how many. */
function liveAccounts(customizations: readonly Customization[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { account, state } of customizations)
    if (state === "live") found.set(account, (found.get(account) ?? 0) + 1);
  return found;
}

const accountColumn = <Row,>(nameOf: (id: string) => string, accountOf: (row: Row) => string): Column<Row> => ({
  id: "account",
  label: t`Account`,
  show: (row) => (
    <TextLink to="/accounts/$id" params={{ id: accountOf(row) }}>
      {nameOf(accountOf(row))}
    </TextLink>
  ),
  value: (row) => nameOf(accountOf(row)),
});

/** With the way to decide, or the work that came of it. */
function reviewColumns(nameOf: (id: string) => string, last: "decide" | WorkName): readonly Column<ReviewToDecide>[] {
  return [
    {
      id: "customization",
      label: t`Customization`,
      show: ({ review: { account, customization }, name }) => (
        <DeliverableLink account={account} deliverable={customization}>
          {name}
        </DeliverableLink>
      ),
      value: ({ name }) => name,
    },
    accountColumn(nameOf, ({ review }) => review.account),
    { id: "version", label: t`Version`, show: ({ update }) => update.version, value: ({ update }) => update.version },
    {
      id: "on",
      label: t`Update on`,
      figures: true,
      show: ({ update }) => <DayLabel day={update.on} />,
      value: ({ update }) => update.on,
    },
    last === "decide"
      ? {
          id: "decide",
          label: "",
          show: ({ review: { account, id }, name, update: { version } }) => (
            <AskLink
              ask="review"
              with={{ of: account, review: id }}
              size="xs"
              aria-label={t`Decide: ${name} with ${version}`}
            >
              <Trans>Decide</Trans>
            </AskLink>
          ),
        }
      : {
          id: "work",
          label: t`Work`,
          show: ({ review: { account, deliverable } }) =>
            deliverable === null ? null : (
              <DeliverableLink account={account} deliverable={deliverable}>
                {last(account, deliverable)}
              </DeliverableLink>
            ),
          value: ({ review: { account, deliverable } }) => (deliverable === null ? "" : last(account, deliverable)),
        },
  ];
}

function updateColumns(nameOf: (id: string) => string): readonly Column<VersionUpdate>[] {
  const decided = ({ reviews }: VersionUpdate) => reviews.filter(({ state }) => state !== "open").length;
  return [
    { id: "version", label: t`Version`, show: ({ version }) => version, value: ({ version }) => version },
    {
      id: "state",
      label: t`State`,
      beside: true,
      show: ({ state }) => (
        <StateBadge tone={state === "open" ? "soon" : "good"}>{state === "open" ? t`Open` : t`Reviewed`}</StateBadge>
      ),
      value: ({ state }) => state,
    },
    accountColumn(nameOf, ({ account }) => account),
    {
      id: "on",
      label: t`Update on`,
      figures: true,
      show: ({ on }) => <DayLabel day={on} />,
      value: ({ on }) => on,
    },
    {
      id: "decided",
      label: t`Reviews decided`,
      figures: true,
      show: (update) => decidedWords(decided(update), update.reviews.length),
      value: decided,
    },
  ];
}

function customizationColumns(
  nameOf: (id: string) => string,
  reviews: readonly ReviewToDecide[],
): readonly Column<Customization>[] {
  return [
    {
      id: "name",
      label: t`Customization`,
      show: ({ account, id, name }) => (
        <DeliverableLink account={account} deliverable={id}>
          {name}
        </DeliverableLink>
      ),
      value: ({ name }) => name,
    },
    {
      id: "state",
      label: t`State`,
      beside: true,
      show: ({ state }) => (
        <StateBadge tone={state === "live" ? "good" : "quiet"}>{state === "live" ? t`Live` : t`Retired`}</StateBadge>
      ),
      value: ({ state }) => state,
    },
    accountColumn(nameOf, ({ account }) => account),
    {
      id: "since",
      label: t`Live since`,
      figures: true,
      show: ({ liveSince }) => <DayLabel day={liveSince} />,
      value: ({ liveSince }) => liveSince,
    },
    {
      id: "last",
      label: t`Last review`,
      show: (customization) => {
        const last = lastDecided(reviews, customization);
        if (last === undefined) return null;
        const { state } = last.review;
        const { version } = last.update;
        return (
          <div>
            <StateBadge tone={reviewTones[state]}>{reviewWord(state)}</StateBadge>{" "}
            <Text size="sm" c="dimmed" span>
              <Trans>with {version}</Trans>
            </Text>
          </div>
        );
      },
      value: (customization) => lastDecided(reviews, customization)?.review.state ?? "",
    },
  ];
}

const decidedWords = (decided: number, all: number): string => t`${decided} of ${all}`;

function answerOf(reviews: readonly ReviewToDecide[], customizations: readonly Customization[]): string {
  const live = customizations.filter(({ state }) => state === "live").length;
  const open = reviews.filter(({ review }) => review.state === "open").length;
  return open === 0
    ? t`${plural(live, { one: "# customization is live", other: "# customizations are live" })}; no review waits for a decision.`
    : t`${plural(live, { one: "# customization is live", other: "# customizations are live" })}; ${plural(open, { one: "# review waits for a decision", other: "# reviews wait for a decision" })}.`;
}
