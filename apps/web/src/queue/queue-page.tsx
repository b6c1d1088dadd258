import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Drawer, Paper, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconInbox } from "@tabler/icons-react";
import { useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { RequestView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { CsvButton } from "../data-table/csv-button.tsx";
import { MoreRows } from "../data-table/more-rows.tsx";
import { useRest } from "../data-table/use-rest.ts";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { queueColumns } from "../requests/request-columns.ts";
import { BacklogSection } from "./backlog-section.tsx";
import classes from "./queue.module.css";
import { QueueFilters } from "./queue-filters.tsx";
import { KeyHelp, QueueList } from "./queue-list.tsx";
import { queueInput, shownRequests } from "./queue-search.ts";
import { RequestPanel } from "./request-panel.tsx";
import { rowAfterLeaving, rowBeside, selectedRow, type TriageAction } from "./triage-keys.ts";
import { useSizing } from "./use-sizing.ts";
import { useTriageKeys } from "./use-triage-keys.ts";

const QueueDialogs = lazy(async () => ({ default: (await import("./queue-dialogs.tsx")).QueueDialogs }));

const route = getRouteApi("/_app/queue");

/** The requests of all customers that nobody has decided, those that wait for a first word first. */
export function QueuePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const [mayTriage, mayDecide] = [useMay("request.triage"), useMay("request.accept")];
  const queue = useSuspenseInfiniteQuery(
    api.request.queue.infiniteQueryOptions(queueInput, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const all = queue.data.pages.flatMap(({ items }) => items);
  const rows = shownRequests(all, search);
  const wanted = search.row;
  const listed = selectedRow(rows, wide ? wanted : (wanted ?? "none"));
  // One that was decided, or that the filters hide, is looked at all the same.
  const elsewhere = useQuery({
    ...api.request.show.queryOptions({ account: search.of ?? "", request: wanted ?? "" }),
    enabled: listed === undefined && wanted !== undefined && search.of !== undefined,
  }).data;
  const hidden = all.find(({ id }) => id === wanted) ?? elsewhere;
  const found = listed ?? (wanted === undefined ? undefined : hidden);
  // Kept while one that left the list is asked for by itself: the form about it stays, with what is typed there.
  const [latest, setLatest] = useState(found);
  if (found !== undefined && found !== latest) setLatest(found);
  const request = found ?? (wanted !== undefined && latest?.id === wanted ? latest : undefined);
  useRest(queue, search.show !== undefined || search.account !== undefined || search.size !== undefined);

  const select = (row: Pick<RequestView, "id" | "account"> | undefined) =>
    navigate({
      search: ({ ask, ...old }) => ({ ...old, row: row?.id, of: row?.account }),
      replace: true,
      resetScroll: false,
    });
  const size = useSizing();
  /** Where one goes on once the request leaves the list; on a phone, back to the list. */
  const goOn = () => void select(wide && request !== undefined ? rowAfterLeaving(rows, request.id) : undefined);
  const act = (action: TriageAction) => {
    if (request === undefined || request.decidedOn !== null || !mayTriage) return;
    const { account, id } = request;
    if (action === "small" || action === "large") {
      size.mutate({ account, request: id, size: action });
      if (search.size !== undefined && search.size !== action) goOn();
    } else if (action === "follow-up" || mayDecide)
      void navigate({ search: (old) => ({ ...old, row: id, of: account, ask: action }), resetScroll: false });
  };
  const list = useTriageKeys({
    enabled: search.ask === undefined,
    selected: request?.id,
    onKey: (asked) => (typeof asked === "number" ? void select(rowBeside(rows, request?.id, asked)) : act(asked)),
  });
  const panel =
    request === undefined ? null : (
      <RequestPanel
        request={request}
        act={act}
        error={size.variables?.request === request.id ? size.error : null}
        keys={wide}
      />
    );

  return (
    <Page title={t`Queue`} answer={answerOf(all, queue.hasNextPage)}>
      <div className={classes.desk} ref={list}>
        <Section title={t`Requests`} flush actions={<QueueFilters search={search} />}>
          {rows.length === 0 ? (
            <Nothing filtered={all.length > 0} />
          ) : (
            <QueueList requests={rows} selected={request?.id} />
          )}
          {all.length === 0 ? null : (
            <div className={classes.foot}>
              {wide && mayTriage ? <KeyHelp mayDecide={mayDecide} /> : null}
              <MoreRows query={queue} shown={all.length} />
              <CsvButton rows={rows} columns={queueColumns()} fileName="queue" of={t`Queue`} more={queue} />
            </div>
          )}
        </Section>
        {wide ? (
          <Paper withBorder p="md" className={classes.panel} component="section" aria-label={t`The selected request`}>
            {panel ?? (
              <Text c="dimmed">
                <Trans>Choose a request to see what is known of it.</Trans>
              </Text>
            )}
          </Paper>
        ) : (
          <Drawer
            opened={panel !== null && search.ask === undefined}
            onClose={() => select(undefined)}
            title={t`Request`}
            position="bottom"
            size="85%"
          >
            {panel}
          </Drawer>
        )}
      </div>
      <BacklogSection sort={search.sort} />
      <Suspense fallback={null}>
        {request === undefined || search.ask === undefined ? null : (
          <QueueDialogs
            ask={search.ask}
            request={request}
            onFollowedUp={() => (search.show === "waiting" ? goOn() : void select(request))}
            onDecided={goOn}
          />
        )}
      </Suspense>
    </Page>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <Empty
      icon={<IconInbox />}
      title={t`No request like that`}
      next={t`Choose other filters to see the rest of the queue.`}
    />
  ) : (
    <Empty
      icon={<IconInbox />}
      title={t`The queue is empty`}
      next={t`What customers ask for in their portal comes in here, with its follow-up clock.`}
    />
  );
}

function answerOf(requests: readonly RequestView[], more: boolean): string {
  const total = requests.length;
  if (total === 0) return t`Nobody waits for a decision.`;
  const waiting = requests.filter(({ followUp }) => followUp.running);
  const count = (state: RequestView["followUp"]["state"]) =>
    waiting.filter(({ followUp }) => followUp.state === state).length;
  const [late, amber] = [count("late"), count("amber")];
  const wait = more
    ? plural(total, {
        one: "# or more requests wait for a decision",
        other: "# or more requests wait for a decision",
      })
    : plural(total, { one: "# request waits for a decision", other: "# requests wait for a decision" });
  const unanswered = waiting.length;
  if (unanswered === 0) return t`${wait}; everyone has had a follow-up.`;
  if (late > 0) return t`${wait}; ${unanswered} without a follow-up, ${late} late.`;
  return amber > 0
    ? t`${wait}; ${unanswered} without a follow-up, ${amber} due now.`
    : t`${wait}; ${unanswered} without a follow-up, none late.`;
}
