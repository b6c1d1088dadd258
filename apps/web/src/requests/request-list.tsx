import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { RequestView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { CsvButton } from "../data-table/csv-button.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { formatDay } from "../figures/day-text.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { requestColumns } from "./request-columns.ts";
import { RequestHistory } from "./request-history.tsx";
import { followUpWords, isUndecided, requestState } from "./request-words.ts";

const RequestDialogs = lazy(async () => ({ default: (await import("./request-dialogs.tsx")).RequestDialogs }));

/** The requests of an account, those that are undecided first, the latest on top; with the forms about them. */
export function RequestList({ account }: { readonly account: string }) {
  const { ask } = useSearch({ strict: false });
  const { items } = useSuspenseQuery(useApi().request.list.queryOptions({ account })).data;
  const latest = items.toReversed();
  const open = latest.filter(isUndecided);
  const decided = latest.filter((request) => !isUndecided(request));
  return (
    <>
      <Section
        title={t`Not decided yet`}
        actions={
          open.length === 0 ? null : (
            <CsvButton rows={open} columns={requestColumns()} fileName="requests-open" of={t`Not decided yet`} />
          )
        }
      >
        {open.length === 0 ? (
          <Empty
            title={t`Nothing is asked at the moment`}
            next={t`Say what you need; we come back within 3 business days.`}
          >
            <AskLink ask="request" variant="filled" size="xs">
              <Trans>Ask for something</Trans>
            </AskLink>
          </Empty>
        ) : (
          <Cards requests={open} />
        )}
      </Section>
      {decided.length === 0 ? null : (
        <Section
          title={t`Decided`}
          actions={<CsvButton rows={decided} columns={requestColumns()} fileName="requests-decided" of={t`Decided`} />}
        >
          <Cards requests={decided} />
        </Section>
      )}
      <Suspense fallback={null}>
        {ask === undefined ? null : <RequestDialogs account={account} requests={items} />}
      </Suspense>
    </>
  );
}

function Cards({ requests }: { readonly requests: readonly RequestView[] }) {
  return (
    <Stack gap="sm">
      {requests.map((request) => (
        <RequestCard key={request.id} request={request} />
      ))}
    </Stack>
  );
}

function RequestCard({ request }: { readonly request: RequestView }) {
  const today = useToday();
  const { id, account, title, description, expediteWish, state, followUp, acceptance, reason, expectedStart } = request;
  const late = followUp.running && followUp.state === "late";
  const { tone, word } = requestState(state);
  const became = acceptance?.as === "deliverable" ? acceptance.reference : null;
  return (
    <Paper component="article" withBorder p="md" aria-label={title}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={3}>{title}</Title>
        <StateBadge tone={late ? "late" : tone}>{word}</StateBadge>
      </Group>
      <Text size="sm" c="dimmed" component="div">
        {request.submittedBy}, <DayLabel day={request.submittedOn} />
      </Text>
      {description === "" ? null : (
        <Text size="sm" mt="xs" style={{ whiteSpace: "pre-line" }}>
          {description}
        </Text>
      )}
      <Text size="sm" mt="xs" component="div">
        {followUpWords(request, today)} <ClauseLink id={isUndecided(request) ? "REQ-1" : "REQ-4"} />{" "}
        {became === null ? null : (
          <TextLink
            to="/accounts/$id/deliverables/$deliverable"
            params={{ id: account, deliverable: became }}
            underline="always"
          >
            <Trans>See the work</Trans>
          </TextLink>
        )}
      </Text>
      {reason === null || reason === "" ? null : <Text size="sm">{reason}</Text>}
      {expectedStart === null || request.startedOn !== null ? null : (
        <Text size="sm" component="div">
          <UsualStart window={expectedStart} /> <ClauseLink id="REQ-3" />
        </Text>
      )}
      {expediteWish === null ? null : (
        <Text size="sm" component="div">
          <Trans>Wanted sooner: {expediteWish}</Trans>
          <Text inherit c="dimmed" component="div">
            <Trans>A wish is no promise; a lead time is agreed in a SOW.</Trans> <ClauseLink id="REQ-2" />
          </Text>
        </Text>
      )}
      <RequestHistory history={request.history} />
      {isUndecided(request) ? (
        <Group gap="xs" mt="sm">
          <AskLink ask="note" with={{ request: id }} size="xs">
            <Trans>Add a note</Trans>
          </AskLink>
          <AskLink ask="withdraw" with={{ request: id }} size="xs" variant="subtle" color="gray">
            <Trans>Withdraw</Trans>
          </AskLink>
        </Group>
      ) : null}
    </Paper>
  );
}

function UsualStart({ window }: { readonly window: NonNullable<RequestView["expectedStart"]> }) {
  const today = useToday();
  const [from, to] = [formatDay(window.from, today), formatDay(window.to, today)];
  return (
    <Trans>
      Work of this size usually begins between {from} and {to}; no promise.
    </Trans>
  );
}
