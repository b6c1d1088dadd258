import { Group, Select, Switch, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import classes from "./board.module.css";
import { BoardColumnView } from "./board-column.tsx";
import { columnsOf, isHeldUp, shownCards } from "./columns.ts";
import { FunnelSection } from "./funnel-section.tsx";
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
  const board = useSuspenseQuery(api.phase.board.queryOptions({ limit: 500 })).data;
  const { phases } = useSuspenseQuery(api.policy.show.queryOptions({})).data.policy.process;
  const move = useMove(phases.map(({ id }) => id));
  const cards = shownCards(board.items, search);
  const columns = columnsOf(phases, cards);
  const shown = search.phase ?? columns.find((column) => column.cards.length > 0)?.phase ?? columns[0]?.phase;
  const heldUp = board.items.filter(isHeldUp).length;
  return (
    <Page
      title="Board"
      answer={
        board.items.length === 0
          ? "No work is open."
          : `${board.items.length} ${board.items.length === 1 ? "piece" : "pieces"} of work open; ${heldUp === 0 ? "none is held up" : `${heldUp} held up by a wait or a stoppage`}.`
      }
    >
      <Group gap="md" align="flex-end">
        <Select
          label="Account"
          size="xs"
          placeholder="All accounts"
          clearable
          searchable
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.account ?? null}
          onChange={(account) => navigate({ search: (old) => ({ ...old, account: account ?? undefined }) })}
        />
        <Switch
          label="Held up only"
          checked={search.blocked === true}
          onChange={(event) => {
            const blocked = event.currentTarget.checked || undefined;
            void navigate({ search: (old) => ({ ...old, blocked }) });
          }}
          mb={4}
        />
        <Text size="sm" c="dimmed" visibleFrom="sm" mb={4}>
          Drag a card to the next or the previous phase, use its menu, or ← and → on its name.
        </Text>
      </Group>
      {board.items.length === 0 ? (
        <Empty
          title="No work is open"
          next="Add a deliverable on the page of an account; it begins in the first phase."
        >
          <ButtonLink to="/accounts">Accounts</ButtonLink>
        </Empty>
      ) : (
        <>
          <nav aria-label="Phases" className={classes.tabs}>
            {columns.map(({ phase, title, cards: own }) => (
              <Link
                key={phase}
                to="."
                search={(old: Record<string, unknown>) => ({ ...old, phase })}
                resetScroll={false}
                preload={false}
                className={classes.tab}
                aria-current={phase === shown ? "true" : undefined}
              >
                {title} <span className="figure">{own.length}</span>
              </Link>
            ))}
          </nav>
          <div className={classes.board}>
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
