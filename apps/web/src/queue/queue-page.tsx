import { Drawer, Group, Paper, SegmentedControl, Select, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconInbox } from "@tabler/icons-react";
import { useMutation, useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useAccounts } from "../api/accounts.ts";
import type { RequestView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { MoreRows } from "../data-table/more-rows.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { tell } from "../page/tell.ts";
import { BacklogSection } from "./backlog-section.tsx";
import classes from "./queue.module.css";
import { KeyHelp, QueueList } from "./queue-list.tsx";
import { type QueueSearch, queueInput, shownRequests } from "./queue-search.ts";
import { RequestPanel } from "./request-panel.tsx";
import { askedBy, rowAfterLeaving, rowBeside, selectedRow, type TriageAction } from "./triage-keys.ts";

const QueueDialogs = lazy(async () => ({ default: (await import("./queue-dialogs.tsx")).QueueDialogs }));

const route = getRouteApi("/_app/queue");

/** The requests of all customers that nobody has decided, those that wait for a first word first. */
export function QueuePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const [mayTriage, mayDecide] = [useMay("delivering"), useMay("commercial")];
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
  const request = listed ?? (wanted === undefined ? undefined : elsewhere);

  const select = (row: Pick<RequestView, "id" | "account"> | undefined) =>
    navigate({
      search: ({ ask, ...old }) => ({ ...old, row: row?.id, of: row?.account }),
      replace: true,
      resetScroll: false,
    });
  const size = useMutation(
    api.request.triage.mutationOptions({
      onSuccess: ({ title, size: set }) => void tell(`${title} is ${set === "large" ? "large" : "small"}.`),
    }),
  );
  const act = (action: TriageAction) => {
    if (request === undefined || request.decidedOn !== null || !mayTriage) return;
    const { account, id } = request;
    if (action === "small" || action === "large") size.mutate({ account, request: id, size: action });
    else if (action === "follow-up" || mayDecide)
      void navigate({ search: (old) => ({ ...old, row: id, of: account, ask: action }), resetScroll: false });
  };
  const list = useTriageKeys({
    enabled: search.ask === undefined,
    selected: request?.id,
    onKey: (asked) => (typeof asked === "number" ? void select(rowBeside(rows, request?.id, asked)) : act(asked)),
  });
  const panel =
    request === undefined ? null : (
      <RequestPanel request={request} act={act} busy={size.isPending} error={size.error} keys={wide} />
    );

  return (
    <Page title="Queue" answer={answerOf(all, queue.hasNextPage)}>
      <div className={classes.desk} ref={list}>
        <Section title="Requests" flush actions={<Filters search={search} />}>
          {rows.length === 0 ? (
            <Nothing filtered={all.length > 0} />
          ) : (
            <QueueList requests={rows} selected={request?.id} />
          )}
          {wide && mayTriage ? <KeyHelp mayDecide={mayDecide} /> : null}
          <Group px="md" pt={queue.hasNextPage ? "sm" : 0}>
            <MoreRows query={queue} />
          </Group>
        </Section>
        {wide ? (
          <Paper withBorder p="md" className={classes.panel} component="section" aria-label="The selected request">
            {panel ?? <Text c="dimmed">Choose a request to see what is known of it.</Text>}
          </Paper>
        ) : (
          <Drawer
            opened={panel !== null && search.ask === undefined}
            onClose={() => select(undefined)}
            title="Request"
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
            onFollowedUp={() => select(request)}
            onDecided={() => select(wide ? rowAfterLeaving(rows, request.id) : undefined)}
          />
        )}
      </Suspense>
    </Page>
  );
}

/** Listens to the keys of triage while the focus is in the queue, or nowhere; the selected row keeps the focus. */
function useTriageKeys({
  enabled,
  selected,
  onKey,
}: {
  readonly enabled: boolean;
  readonly selected: string | undefined;
  readonly onKey: (asked: 1 | -1 | TriageAction) => void;
}) {
  const desk = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isHere = () => {
      const { activeElement } = document;
      return activeElement === document.body || desk.current?.contains(activeElement) === true;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!enabled || event.defaultPrevented || !isHere() || isTyping(event.target)) return;
      const asked = askedBy(event);
      if (asked === null) return;
      event.preventDefault();
      onKey(asked);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
  useEffect(() => {
    if (!enabled || selected === undefined) return;
    const { activeElement } = document;
    const inList = activeElement instanceof HTMLElement && activeElement.dataset.request !== undefined;
    if (activeElement !== document.body && !inList) return;
    desk.current
      ?.querySelector<HTMLElement>(`[data-request="${CSS.escape(selected)}"]`)
      ?.focus({ preventScroll: !inList });
  }, [enabled, selected]);
  return desk;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function Filters({ search: { show, account, size } }: { readonly search: QueueSearch }) {
  const navigate = route.useNavigate();
  const accounts = useAccounts();
  const set = (changes: Partial<QueueSearch>) =>
    void navigate({
      search: ({ row, of, ...old }) => ({ ...old, ...changes }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label="Which requests"
        data={[
          { value: "all", label: "All" },
          { value: "waiting", label: "No follow-up yet" },
          { value: "followed-up", label: "Followed up" },
        ]}
        value={show ?? "all"}
        onChange={(value) => set({ show: value === "all" ? undefined : (value as QueueSearch["show"]) })}
      />
      <Select
        aria-label="Of which account"
        placeholder="Every account"
        searchable
        clearable
        w={180}
        data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        value={account ?? null}
        onChange={(value) => set({ account: value ?? undefined })}
      />
      <Select
        aria-label="Of which size"
        placeholder="Every size"
        clearable
        w={130}
        data={[
          { value: "small", label: "Small" },
          { value: "large", label: "Large" },
          { value: "none", label: "Not judged" },
        ]}
        value={size ?? null}
        onChange={(value) => set({ size: (value as QueueSearch["size"]) ?? undefined })}
      />
    </Group>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <Empty
      icon={<IconInbox />}
      title="No request like that"
      next="Choose other filters to see the rest of the queue."
    />
  ) : (
    <Empty
      icon={<IconInbox />}
      title="The queue is empty"
      next="What customers ask for in their portal comes in here, with its follow-up clock."
    />
  );
}

function answerOf(requests: readonly RequestView[], more: boolean): string {
  if (requests.length === 0) return "Nobody waits for a decision.";
  const waiting = requests.filter(({ followUp }) => followUp.running);
  const count = (state: RequestView["followUp"]["state"]) =>
    waiting.filter(({ followUp }) => followUp.state === state).length;
  const [late, amber] = [count("late"), count("amber")];
  const all = `${requests.length}${more ? " or more" : ""} ${requests.length === 1 ? "request waits" : "requests wait"}`;
  if (waiting.length === 0) return `${all} for a decision; everyone has had a follow-up.`;
  const how = late > 0 ? `${late} late` : amber > 0 ? `${amber} due now` : "none late";
  return `${all} for a decision; ${waiting.length} without a follow-up, ${how}.`;
}
