import { isEnded } from "@cimpro/domain";
import { Group, SegmentedControl, Select, Text } from "@mantine/core";
import { IconPuzzle } from "@tabler/icons-react";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useAccountName, useAccounts } from "../api/accounts.ts";
import type { ProductItem } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useToday } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { MoreRows } from "../data-table/more-rows.tsx";
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
import { itemKinds, itemStates, stateOrder } from "./item-words.ts";

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
  const mayReport = useMay("delivering");
  const nameOf = useAccountName();
  const today = useToday();
  const all = inOrder(query.data.pages.flatMap(({ items }) => items));
  const items = all.filter((each) => account === undefined || each.account === account);
  return (
    <Page
      title="Product items"
      answer={answerOf(all, search, today)}
      actions={
        mayReport ? (
          <AskLink ask="report" variant="filled">
            Report an item
          </AskLink>
        ) : null
      }
    >
      <Section
        title="Building blocks and bugs"
        note="Tasks of the product team: Pro Services reports them and follows, and goes on once they are deployed."
        flush
        actions={<Filters search={search} />}
      >
        <DataTable
          label="Product items"
          rows={items}
          columns={columnsFor(nameOf, mayReport, today)}
          rowKey={({ id: key }) => key}
          sort={sort}
          fileName="product-items"
          after={<MoreRows query={query} />}
          empty={
            <Empty
              icon={<IconPuzzle />}
              title={search.show === undefined && account === undefined ? "Nothing is open" : "No item like that"}
              next="Report a software module that a deliverable needs, or a bug found during work."
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
  const accounts = useAccounts();
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label="Which items"
        data={[
          { value: "open", label: "Open" },
          { value: "ended", label: "Done with" },
          { value: "all", label: "All" },
        ]}
        value={show ?? "open"}
        onChange={(value) =>
          navigate({
            search: (old) => ({ ...old, show: value === "open" ? undefined : (value as ItemSearch["show"]) }),
            resetScroll: false,
          })
        }
      />
      <Select
        aria-label="Of which account"
        placeholder="Every account"
        searchable
        clearable
        w={190}
        data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        value={account ?? null}
        onChange={(value) =>
          navigate({ search: (old) => ({ ...old, account: value ?? undefined }), resetScroll: false })
        }
      />
    </Group>
  );
}

function columnsFor(nameOf: (id: string) => string, mayUpdate: boolean, today: string): readonly Column<ProductItem>[] {
  return [
    {
      id: "title",
      label: "Item",
      show: ({ id, account, title }) => (
        <TextLink to="." search={(old: object) => ({ ...old, item: id, of: account })} resetScroll={false} fw={550}>
          {title}
        </TextLink>
      ),
      value: ({ title }) => title,
    },
    {
      id: "state",
      label: "State",
      beside: true,
      show: ({ state }) => <StateBadge tone={itemStates[state].tone}>{itemStates[state].word}</StateBadge>,
      value: ({ state }) => stateOrder.indexOf(state),
      csv: ({ state }) => state,
    },
    {
      id: "kind",
      label: "Kind",
      show: ({ kind }) => itemKinds[kind],
      value: ({ kind }) => kind,
    },
    {
      id: "account",
      label: "Account",
      show: ({ account }) => (
        <TextLink to="/accounts/$id" params={{ id: account }}>
          {nameOf(account)}
        </TextLink>
      ),
      value: ({ account }) => nameOf(account),
    },
    {
      id: "blocks",
      label: "Work",
      show: (item) => <WorkOf item={item} />,
      value: ({ deliverable, blocks }) => `${blocks ? "blocks " : ""}${deliverable ?? ""}`,
    },
    {
      id: "reported",
      label: "Reported",
      figures: true,
      show: ({ reportedOn }) => <DayLabel day={reportedOn} />,
      value: ({ reportedOn }) => reportedOn,
    },
    {
      id: "scheduled",
      label: "Scheduled for",
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
                <AskLink ask="update" with={{ item: item.id, of: item.account }} size="xs">
                  Update
                </AskLink>
              ),
          },
        ]
      : []),
  ];
}

/** The deliverable that an item is for; an open one that blocks stops its clock (LEAD-6). */
function WorkOf({ item }: { readonly item: ProductItem }) {
  const { account, deliverable, blocks } = item;
  if (deliverable === null) return null;
  return (
    <Group gap="xs" wrap="wrap" justify="inherit">
      {blocks && !isEnded(item) ? (
        <StateBadge tone="late" stop>
          Blocks
        </StateBadge>
      ) : null}
      <DeliverableLink account={account} deliverable={deliverable}>
        {deliverable}
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
      <DayLabel day={scheduledFor} />
      {overdue ? ", overdue" : null}
    </Text>
  );
}

function answerOf(items: readonly ProductItem[], { show }: ItemSearch, today: string): string {
  const open = items.filter((item) => !isEnded(item));
  if (show === "ended") return `${items.length} ${items.length === 1 ? "item is" : "items are"} deployed or rejected.`;
  if (open.length === 0) return "Nothing is asked of the product team.";
  const blocked = new Set(
    open.flatMap(({ account, deliverable, blocks }) => (blocks ? [`${account} ${deliverable}`] : [])),
  ).size;
  const overdue = open.filter(({ scheduledFor }) => scheduledFor !== null && scheduledFor < today).length;
  const asked = `The product team has ${open.length} open ${open.length === 1 ? "item" : "items"}`;
  const waits =
    blocked === 0
      ? "no deliverable waits for them"
      : `${blocked} ${blocked === 1 ? "deliverable waits" : "deliverables wait"}`;
  return `${asked}; ${waits}${overdue === 0 ? "" : `; ${overdue} past the scheduled day`}.`;
}
