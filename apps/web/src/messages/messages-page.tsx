import { Code, Group, Select, Text } from "@mantine/core";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Message } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { MoreRows } from "../data-table/more-rows.tsx";
import { formatInstant } from "../figures/day-text.ts";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { MessageSearch, messageInput } from "./message-search.ts";
import { MessageState } from "./message-state.tsx";
import { kindName, messageKinds, stateNames } from "./message-words.ts";

const MessageDrawer = lazy(async () => ({ default: (await import("./message-drawer.tsx")).MessageDrawer }));

const route = getRouteApi("/_app/messages");

const choices = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What cimpro wrote to people, and how far each message came. */
export function MessagesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { timeZone, demo } = useSession().practice;
  const messages = useSuspenseInfiniteQuery(
    useApi().message.list.infiniteQueryOptions(messageInput(search), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
  const rows = messages.data.pages.flatMap(({ items }) => items);
  const count = (state: Message["state"]) => rows.filter((row) => row.state === state).length;
  const choose = (chosen: { readonly state: string | null } | { readonly kind: string | null }) =>
    navigate({ search: (old) => MessageSearch.parse({ ...old, ...chosen }) });
  const filtered = search.state !== undefined || search.kind !== undefined;
  return (
    <Page title="Messages" answer={answerOf(rows.length, count("queued"), count("failed"), demo)}>
      <Section
        title="Outbox"
        flush
        actions={
          <Group gap="xs">
            <Select
              aria-label="State"
              size="xs"
              placeholder="Any state"
              clearable
              data={choices(stateNames)}
              value={search.state ?? null}
              onChange={(state) => choose({ state })}
            />
            <Select
              aria-label="Kind"
              size="xs"
              placeholder="Any kind"
              clearable
              data={choices(messageKinds)}
              value={search.kind ?? null}
              onChange={(kind) => choose({ kind })}
            />
          </Group>
        }
      >
        <DataTable<Message>
          label="Messages"
          rows={rows}
          rowKey={({ id }) => id}
          sort="fixed"
          after={<MoreRows query={messages} />}
          empty={
            filtered ? (
              <Empty title="No message of that kind" next="Choose another state or kind." />
            ) : (
              <Empty
                title="No messages yet"
                next="Invitations, approvals asked, invoices, stopped work and alerts are written here, and sent by mail."
              />
            )
          }
          columns={[
            {
              id: "subject",
              label: "Subject",
              show: ({ id, subject }) => (
                <TextLink
                  to="/messages"
                  search={(old: Record<string, unknown>) => ({ ...old, message: id })}
                  resetScroll={false}
                >
                  {subject}
                </TextLink>
              ),
            },
            {
              id: "to",
              label: "To",
              show: ({ to }) => <span title={to.email}>{to.name}</span>,
            },
            { id: "kind", label: "Kind", show: ({ kind }) => kindName(kind) },
            {
              id: "when",
              label: "Written",
              show: ({ recordedAt }) => <time dateTime={recordedAt}>{formatInstant(recordedAt, timeZone)}</time>,
            },
            { id: "state", label: "State", beside: true, show: ({ state }) => <MessageState state={state} /> },
          ]}
        />
      </Section>
      {demo ? null : (
        <Text size="sm" c="dimmed">
          Mail goes out once the server is started with <Code>CIMPRO_SMTP_URL</Code> and <Code>CIMPRO_MAIL_FROM</Code>.
          Until then messages wait here, with their links to copy; what waits is sent as soon as a mail server is named.
        </Text>
      )}
      <Suspense fallback={null}>{search.message === undefined ? null : <MessageDrawer id={search.message} />}</Suspense>
    </Page>
  );
}

function answerOf(shown: number, queued: number, failed: number, demo: boolean): string {
  if (shown === 0) return "Nothing was written to anybody.";
  if (demo) return "The demo practice writes messages and sends none: its people are made up.";
  const parts = [
    ...(queued === 0 ? [] : [`${queued} ${queued === 1 ? "waits" : "wait"} to be sent`]),
    ...(failed === 0 ? [] : [`${failed} could not be sent`]),
  ];
  return parts.length === 0 ? "All of them are sent." : `${parts.join(", ")}.`;
}
