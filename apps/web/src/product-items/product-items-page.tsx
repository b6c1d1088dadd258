import { isEnded } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, SegmentedControl, Text } from "@mantine/core";
import { IconPuzzle } from "@tabler/icons-react";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { AccountFilter } from "../accounts/account-filter.tsx";
import { useAccountName } from "../api/accounts.ts";
import type { ProductItem } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useToday } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";
import { ItemDrawer } from "./item-drawer.tsx";
import { type ItemSearch, inOrder, itemInput } from "./item-search.ts";
import { itemTones, kindWord, stateOrder, stateWord } from "./item-words.ts";

const ItemDialogs = lazy(async () => ({ default: (await import("./item-dialogs.tsx")).ItemDialogs }));

const route = getRouteApi("/_app/product-items");

/** What the product team has been asked for, and which work waits for it (PROD-1, PROD-2). */
export function ProductItemsPage() {
  const search = route.useSearch();
  const { account, sort, ask, item: id } = search;
  const query = useSuspenseInfiniteQuery(
    useApi().productItem.list.infiniteQueryOptions(itemInput(search), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
  const mayReport = useMay("productItem.report");
  const nameOf = useAccountName();
  const today = useToday();
  const all = inOrder(query.data.pages.flatMap(({ items }) => items));
  const items = all.filter((each) => account === undefined || each.account === account);
  return (
    <Page
      title={t`Product items`}
      answer={answerOf(all, search, today)}
      actions={
        mayReport ? (
          <AskLink ask="report" variant="filled">
            <Trans>Report an item</Trans>
          </AskLink>
        ) : null
      }
    >
      <Section
        title={t`Building blocks and bugs`}
        note={t`Tasks of the product team: Pro Services reports them and follows, and goes on once they are deployed.`}
        flush
        actions={<Filters search={search} />}
      >
        <DataTable
          label={t`Product items`}
          rows={items}
          columns={columnsFor({ nameOf, mayUpdate: mayReport, today })}
          rowKey={({ id: key }) => key}
          sort={sort}
          fileName="product-items"
          more={query}
          empty={
            <Empty
              icon={<IconPuzzle />}
              title={search.show === undefined && account === undefined ? t`Nothing is open` : t`No item like that`}
              next={t`Report a software module that a deliverable needs, or a bug found during work.`}
            />
          }
        />
      </Section>
      <ItemDrawer search={search} />
      <Suspense fallback={null}>
        {ask === undefined ? null : <ItemDialogs ask={ask} item={all.find((each) => each.id === id)} />}
      </Suspense>
    </Page>
  );
}

function Filters({ search: { show, account } }: { readonly search: ItemSearch }) {
  const navigate = route.useNavigate();
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label={t`Which items`}
        data={[
          { value: "open", label: t`Open` },
          { value: "ended", label: t`Done with` },
          { value: "all", label: t`All` },
        ]}
        value={show ?? "open"}
        onChange={(value) =>
          navigate({
            search: (old) => ({ ...old, show: value === "open" ? undefined : (value as ItemSearch["show"]) }),
            resetScroll: false,
          })
        }
      />
      <AccountFilter
        account={account}
        onChange={(chosen) => navigate({ search: (old) => ({ ...old, account: chosen }), resetScroll: false })}
      />
    </Group>
  );
}

interface Shown {
  readonly nameOf: (account: string) => string;
  readonly mayUpdate: boolean;
  readonly today: string;
}

const updateOf = ({ title }: ProductItem): string => t`Update ${title}`;

function columnsFor({ nameOf, mayUpdate, today }: Shown): readonly Column<ProductItem>[] {
  return [
    {
      id: "title",
      label: t`Item`,
      show: ({ id, account, title }) => (
        <TextLink to="." search={(old: object) => ({ ...old, item: id, of: account })} resetScroll={false} fw={550}>
          {title}
        </TextLink>
      ),
      value: ({ title }) => title,
    },
    {
      id: "state",
      label: t`State`,
      beside: true,
      show: ({ state }) => <StateBadge tone={itemTones[state]}>{stateWord(state)}</StateBadge>,
      value: ({ state }) => stateOrder.indexOf(state),
      csv: ({ state }) => state,
    },
    {
      id: "kind",
      label: t`Kind`,
      show: ({ kind }) => <span style={{ whiteSpace: "nowrap" }}>{kindWord(kind)}</span>,
      csv: ({ kind }) => kind,
      value: ({ kind }) => kind,
    },
    {
      id: "account",
      label: t`Account`,
      show: ({ account }) => (
        <TextLink to="/accounts/$id" params={{ id: account }}>
          {nameOf(account)}
        </TextLink>
      ),
      value: ({ account }) => nameOf(account),
    },
    {
      id: "blocks",
      label: t`Work`,
      show: (item) => <WorkOf item={item} />,
      // What is held up stands together.
      value: ({ deliverableName, blocks }) => `${blocks ? "blocks " : ""}${deliverableName ?? ""}`,
    },
    {
      id: "reported",
      label: t`Reported`,
      figures: true,
      show: ({ reportedOn }) => <DayLabel day={reportedOn} />,
      value: ({ reportedOn }) => reportedOn,
    },
    {
      id: "scheduled",
      label: t`Scheduled for`,
      figures: true,
      show: (item) => <Scheduled item={item} today={today} />,
      value: ({ scheduledFor }) => scheduledFor ?? "",
    },
    ...(mayUpdate
      ? [
          {
            id: "update",
            label: "",
            show: (item: ProductItem) =>
              isEnded(item) ? null : (
                <AskLink ask="update" with={{ item: item.id, of: item.account }} size="xs" aria-label={updateOf(item)}>
                  <Trans>Update</Trans>
                </AskLink>
              ),
          },
        ]
      : []),
  ];
}

/** The deliverable that an item is for; an open one that blocks stops its clock (LEAD-6). */
function WorkOf({ item }: { readonly item: ProductItem }) {
  const { account, deliverable, deliverableName, blocks } = item;
  if (deliverable === null) return null;
  return (
    <Group gap="xs" wrap="wrap" justify="inherit">
      {blocks && !isEnded(item) ? (
        <StateBadge tone="late" stop>
          <Trans>Blocks</Trans>
        </StateBadge>
      ) : null}
      <DeliverableLink account={account} deliverable={deliverable}>
        {deliverableName}
      </DeliverableLink>
    </Group>
  );
}

function Scheduled({ item, today }: { readonly item: ProductItem; readonly today: string }) {
  const { scheduledFor, state } = item;
  if (scheduledFor === null) return null;
  const overdue = state === "scheduled" && scheduledFor < today;
  return (
    <Text size="sm" span>
      {overdue ? (
        <Trans>
          <DayLabel day={scheduledFor} />, overdue
        </Trans>
      ) : (
        <DayLabel day={scheduledFor} />
      )}
    </Text>
  );
}

function answerOf(items: readonly ProductItem[], { show }: ItemSearch, today: string): string {
  const open = items.filter((item) => !isEnded(item));
  if (show === "ended")
    return plural(items.length, {
      one: "# item is deployed or rejected.",
      other: "# items are deployed or rejected.",
    });
  if (open.length === 0) return t`Nothing is asked of the product team.`;
  const blocked = new Set(
    open.flatMap(({ account, deliverable, blocks }) => (blocks ? [`${account} ${deliverable}`] : [])),
  ).size;
  const overdue = open.filter(({ scheduledFor }) => scheduledFor !== null && scheduledFor < today).length;
  return overdue === 0
    ? t`The product team has ${plural(open.length, { one: "# open item", other: "# open items" })}; ${plural(blocked, { 0: "no deliverable waits for them", one: "# deliverable waits", other: "# deliverables wait" })}.`
    : t`The product team has ${plural(open.length, { one: "# open item", other: "# open items" })}; ${plural(blocked, { 0: "no deliverable waits for them", one: "# deliverable waits", other: "# deliverables wait" })}; ${overdue} past the scheduled day.`;
}
