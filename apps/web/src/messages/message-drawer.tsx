import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Drawer, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Message } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useSession } from "../api/session.ts";
import { formatInstant } from "../figures/day-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { CopyField } from "../forms/copy-field.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";
import classes from "./message-drawer.module.css";
import { MessageState } from "./message-state.tsx";
import { kindName, retried } from "./message-words.ts";

/** One message, whole: its text, its link, and why it was not taken. */
export function MessageDrawer({ id }: { readonly id: string }) {
  const message = useQuery(useApi().message.show.queryOptions({ message: id }));
  return (
    <Drawer opened onClose={useDropAsk()} title={message.data?.subject ?? t`Message`}>
      <RefusalNote error={message.error} />
      {message.isPending ? <Skeleton h={240} /> : null}
      {message.data === undefined ? null : <Letter message={message.data} />}
    </Drawer>
  );
}

function Letter({ message }: { readonly message: Message }) {
  const administers = useMay("message.retry");
  const { name, email } = message.to;
  const kind = kindName(message.kind);
  const retry = useMutation(
    useApi().message.retry.mutationOptions({ onSuccess: (answer) => void tell(retried(answer)) }),
  );
  return (
    <Stack gap="md">
      <Group gap="xs">
        <MessageState state={message.state} />
        <Text size="sm" c="dimmed">
          <Trans>
            {kind} to {name}, {email}
          </Trans>
        </Text>
      </Group>
      <Progress message={message} />
      <pre className={classes.text}>{message.text}</pre>
      {message.link === null ? null : <CopyField label={t`Link`} text={message.link} />}
      <RefusalNote error={retry.error} />
      {administers && mayRetry(message) ? (
        <Group>
          <Button
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={retry.isPending}
            onClick={() => retry.mutate({ message: message.id })}
          >
            <Trans>Try again now</Trans>
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

/** What was tried in vain, or given up; what waits for its first try goes by itself. */
const mayRetry = ({ state, attempts }: Message): boolean =>
  state === "failed" || state === "dropped" || (state === "queued" && attempts > 0);

/** How far it came, sentence by sentence. */
function Progress({ message }: { readonly message: Message }) {
  const { timeZone } = useSession().practice;
  const { state, attempts, recordedAt, sentAt, nextTryAt, lastError, dropReason } = message;
  const at = (instant: string) => formatInstant(instant, timeZone);
  const written = at(recordedAt);
  const sent = at(sentAt ?? recordedAt);
  const next = at(nextTryAt ?? recordedAt);
  const refused = (state === "queued" || state === "failed") && attempts > 0;
  const sentences = [
    t`Written ${written}.`,
    ...(sentAt === null ? [] : [t`Sent ${sent}.`]),
    ...(refused ? [t`Not taken after ${plural(attempts, { one: "# try", other: "# tries" })}.`] : []),
    ...(refused && state === "queued" && nextTryAt !== null ? [t`Next try ${next}.`] : []),
  ];
  return (
    <Text size="sm" component="div">
      {sentences.join(" ")}
      {dropReason === null ? null : (
        <Text size="sm" mt={4}>
          {state === "dropped" ? (
            <Trans>It was not sent, since it holds no longer: {dropReason}</Trans>
          ) : (
            <Trans>It will not be sent, since it holds no longer: {dropReason}</Trans>
          )}
        </Text>
      )}
      {lastError === null || state === "dropped" ? null : (
        <Text size="sm" c="dimmed" mt={4}>
          <Trans>The mail server said: {lastError}</Trans>
        </Text>
      )}
    </Text>
  );
}
