import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Select, Switch, Text } from "@mantine/core";
import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useAccounts } from "../api/accounts.ts";
import type { BoardCard } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { CsvButton } from "../data-table/csv-button.tsx";
import { MoreRows } from "../data-table/more-rows.tsx";
import { useRest } from "../data-table/use-rest.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import classes from "./board.module.css";
import { BoardColumnView } from "./board-column.tsx";
import { boardInput } from "./board-search.ts";
import { cardColumns } from "./card-columns.ts";
import { type BoardColumn, columnsOf, inColumns, isHeldUp, shownCards } from "./columns.ts";
import { FunnelSection } from "./funnel-section.tsx";
import { PhaseTabs } from "./phase-tabs.tsx";
import { useMove } from "./use-move.ts";

const MoveDialogs = lazy(async () => ({ default: (await import("./move-dialogs.tsx")).MoveDialogs }));

const route = getRouteApi("/_app/board");

/** All open work by phase: how long it is there, at what cost, and what holds it up. */
export function BoardPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const accounts = useAccounts();
  const [dragged, setDragged] = useState<string | null>(null);
  const board = useSuspenseInfiniteQuery(
    api.phase.board.infiniteQueryOptions(boardInput, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const all = board.data.pages.flatMap(({ items }) => items);
  const { phases } = useSuspenseQuery(api.policy.show.queryOptions({})).data.policy.process;
  const funnel = useSuspenseQuery(api.phase.funnel.queryOptions()).data;
  const total = funnel.phases.reduce((sum, { deliverables }) => sum + deliverables, 0);
  const move = useMove(phases.map(({ id }) => id));
  const cards = shownCards(all, search);
  const columns = columnsOf(phases, cards);
  const shown = search.phase ?? columns.find((column) => column.cards.length > 0)?.phase ?? columns[0]?.phase;
  useRest(board, search.account !== undefined || search.blocked === true);
  return (
    <Page title={t`Board`} answer={answerOf(all, board.hasNextPage ? total : all.length)}>
      <Group gap="md" align="flex-end">
        <Select
          label={t`Account`}
          size="xs"
          placeholder={t`All accounts`}
          clearable
          searchable
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.account ?? null}
          onChange={(account) => navigate({ search: (old) => ({ ...old, account: account ?? undefined }) })}
        />
        <Switch
          label={t`Held up only`}
          checked={search.blocked === true}
          onChange={(event) => {
            const blocked = event.currentTarget.checked || undefined;
            void navigate({ search: (old) => ({ ...old, blocked }) });
          }}
          mb={4}
        />
        <Text size="sm" c="dimmed" visibleFrom="sm" mb={4}>
          <Trans>Drag a card to the next or the previous phase, use its menu, or ← and → on its name.</Trans>
        </Text>
        {all.length === 0 ? null : (
          <CsvButton rows={inColumns(columns)} columns={cardColumns()} fileName="board" of={t`Board`} more={board} />
        )}
      </Group>
      <MoreRows query={board} shown={all.length} />
      {all.length === 0 ? (
        <Empty
          title={t`No work is open`}
          next={t`Add a deliverable on the page of an account; it begins in the first phase.`}
        >
          <ButtonLink to="/accounts">{t`Accounts`}</ButtonLink>
        </Empty>
      ) : (
        <>
          <PhaseTabs columns={columns} shown={shown} />
          <div className={classes.board} style={{ gridTemplateColumns: widthsOf(columns, phases.at(-1)?.id) }}>
            {columns.map((column, at) => (
              <BoardColumnView
                key={column.phase}
                column={column}
                shown={column.phase === shown}
                before={columns[at - 1]}
                next={columns[at + 1]}
                isLast={at === phases.length - 1}
                dragged={dragged}
                onDrag={setDragged}
                cards={cards}
                onMove={move}
              />
            ))}
          </div>
        </>
      )}
      <FunnelSection />
      <Suspense fallback={null}>{search.ask === undefined ? null : <MoveDialogs />}</Suspense>
    </Page>
  );
}

/** What enters the last phase leaves the board, so it needs no room for cards. */
const widthsOf = (columns: readonly BoardColumn[], last: string | undefined): string =>
  columns
    .map(({ phase, cards }) => (phase === last && cards.length === 0 ? "minmax(7rem, 0.6fr)" : "minmax(10.5rem, 1fr)"))
    .join(" ");

function answerOf(cards: readonly BoardCard[], total: number): string {
  if (cards.length === 0) return t`No work is open.`;
  const heldUp = plural(cards.filter(isHeldUp).length, {
    0: "none is held up",
    one: "# held up by a wait or a stoppage",
    other: "# held up by a wait or a stoppage",
  });
  const open = plural(total, { one: "# piece of work open", other: "# pieces of work open" });
  const shown = cards.length;
  return shown < total ? t`The first ${shown} of ${open}; ${heldUp}.` : t`${open}; ${heldUp}.`;
}
