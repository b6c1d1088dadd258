import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Group, Kbd, Text } from "@mantine/core";
import { IconRocket } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { RequestView } from "../api/answers.ts";
import { FollowUpBadge } from "../requests/follow-up-badge.tsx";
import { StartWindow } from "../requests/start-window.tsx";
import { sizeWord } from "../requests/triage-words.ts";
import classes from "./queue.module.css";

/** The requests that nobody has decided, one of them selected. */
export function QueueList({
  requests,
  selected,
}: {
  readonly requests: readonly RequestView[];
  readonly selected: string | undefined;
}) {
  return (
    <ul className={classes.requests} aria-label={t`Requests`}>
      {requests.map((request) => {
        const isSelected = request.id === selected;
        return (
          <li key={request.id}>
            <Link
              to="."
              search={(search: Record<string, unknown>) => ({ ...search, row: request.id, of: request.account })}
              replace
              resetScroll={false}
              preload={false}
              className={classes.request}
              data-selected={isSelected || undefined}
              data-request={request.id}
              aria-current={isSelected || undefined}
              // One stop for Tab; arrows move within.
              tabIndex={isSelected || selected === undefined ? 0 : -1}
            >
              <Row request={request} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Row({ request }: { readonly request: RequestView }) {
  const { title, accountName, size, expectedStart, expediteWish, followUp } = request;
  return (
    <>
      <Group justify="space-between" gap="xs" wrap="wrap">
        <span className={classes.title}>{title}</span>
        <FollowUpBadge clock={followUp} />
      </Group>
      <Group gap="xs" mt={4}>
        <Text size="sm" c="dimmed" component="span">
          {accountName}
        </Text>
        {size === null ? null : (
          <Badge variant="default" size="sm">
            {sizeWord(size)}
          </Badge>
        )}
        {expectedStart === null ? null : (
          <Text size="sm" c="dimmed" component="span">
            <Trans>
              start <StartWindow window={expectedStart} />
            </Trans>
          </Text>
        )}
        {expediteWish === null ? null : (
          <Badge variant="default" size="sm" leftSection={<IconRocket size={12} aria-hidden />}>
            <Trans>Wanted sooner</Trans>
          </Badge>
        )}
      </Group>
    </>
  );
}

/** Which key does what; the buttons beside a request do the same. */
export function KeyHelp({ mayDecide }: { readonly mayDecide: boolean }) {
  const keys = [
    ["↑ ↓", t`choose`],
    ["S", t`small`],
    ["L", t`large`],
    ["F", t`follow up`],
    ...(mayDecide
      ? [
          ["A", t`accept`],
          ["D", t`decline`],
        ]
      : []),
  ] as const;
  return (
    <div className={classes.keys}>
      {keys.map(([key, does]) => (
        <span key={key}>
          <Kbd size="xs">{key}</Kbd> {does}
        </span>
      ))}
    </div>
  );
}
