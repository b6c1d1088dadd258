import { plural, t } from "@lingui/core/macro";
import { Group, Select } from "@mantine/core";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Message } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { formatInstant } from "../figures/day-text.ts";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { MailNote } from "./mail-note.tsx";
import { MessageSearch, messageInput } from "./message-search.ts";
import { MessageState } from "./message-state.tsx";
import { kindChoices, kindName, stateChoices } from "./message-words.ts";

const MessageDrawer = lazy(async () => ({ default: (await import("./message-drawer.tsx")).MessageDrawer }));

const route = getRouteApi("/_app/messages");

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
  const choose = (chosen: { readonly state: string | null } | { readonly kind: string | null }) =>
    navigate({ search: (old) => MessageSearch.parse({ ...old, ...chosen }) });
  const filtered = search.state !== undefined || search.kind !== undefined;
  return (
    <Page
      title={t`Messages`}
      answer={
        demo ? t`The demo practice writes messages and sends none: its people are made up.` : answerOf(rows, filtered)
      }
    >
      {demo ? null : <MailNote goesOut={messages.data.pages[0]?.sendsMail ?? false} />}
      <Section
        title={t`Outbox`}
        flush
        actions={
          <Group gap="xs">
            <Select
              aria-label={t`State`}
              size="xs"
              placeholder={t`Any state`}
              clearable
              data={stateChoices()}
              value={search.state ?? null}
              onChange={(state) => choose({ state })}
            />
            <Select
              aria-label={t`Kind`}
              size="xs"
              placeholder={t`Any kind`}
              clearable
              data={kindChoices()}
              value={search.kind ?? null}
              onChange={(kind) => choose({ kind })}
            />
          </Group>
        }
      >
        <DataTable<Message>
          label={t`Messages`}
          rows={rows}
          rowKey={({ id }) => id}
          sort="fixed"
          fileName="messages"
          more={messages}
          empty={
            filtered ? (
              <Empty title={t`No message of that kind`} next={t`Choose another state or kind.`} />
            ) : (
              <Empty
                title={t`No messages yet`}
                next={t`Invitations, approvals asked, invoices, stopped work and alerts are written here, and sent by mail.`}
              />
            )
          }
          columns={[
            {
              id: "subject",
              label: t`Subject`,
              show: ({ id, subject }) => (
                <TextLink
                  to="/messages"
                  search={(old: Record<string, unknown>) => ({ ...old, message: id })}
                  resetScroll={false}
                >
                  {subject}
                </TextLink>
              ),
              value: ({ subject }) => subject,
            },
            {
              id: "to",
              label: t`To`,
              show: ({ to }) => <span title={to.email}>{to.name}</span>,
              value: ({ to }) => to.email,
            },
            { id: "kind", label: t`Kind`, show: ({ kind }) => kindName(kind), value: ({ kind }) => kind },
            {
              id: "when",
              label: t`Written`,
              show: ({ recordedAt }) => <time dateTime={recordedAt}>{formatInstant(recordedAt, timeZone)}</time>,
              value: ({ recordedAt }) => recordedAt,
            },
            {
              id: "state",
              label: t`State`,
              beside: true,
              show: ({ state }) => <MessageState state={state} />,
              value: ({ state }) => state,
            },
          ]}
        />
      </Section>
      <Suspense fallback={null}>{search.message === undefined ? null : <MessageDrawer id={search.message} />}</Suspense>
    </Page>
  );
}

function answerOf(shown: readonly Message[], filtered: boolean): string {
  if (shown.length === 0) return filtered ? t`No message is of that kind.` : t`Nothing was written to anybody.`;
  const count = (state: Message["state"]) => shown.filter((row) => row.state === state).length;
  const [queued, failed] = [count("queued"), count("failed")];
  const waits = plural(queued, { one: "# waits to be sent", other: "# wait to be sent" });
  const lost = plural(failed, { one: "# could not be sent", other: "# could not be sent" });
  if (queued === 0 && failed === 0)
    return count("dropped") === 0 ? t`All of them are sent.` : t`None of them waits to be sent.`;
  if (failed === 0) return t`${waits}.`;
  return queued === 0 ? t`${lost}.` : t`${waits}, ${lost}.`;
}
