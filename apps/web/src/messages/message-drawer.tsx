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
import { kindName } from "./message-words.ts";

/** One message, whole: its text, its link, and why it was not taken. */
export function MessageDrawer({ id }: { readonly id: string }) {
  const message = useQuery(useApi().message.show.queryOptions({ message: id }));
  return (
    <Drawer opened onClose={useDropAsk()} title={message.data?.subject ?? "Message"}>
      <RefusalNote error={message.error} />
      {message.isPending ? <Skeleton h={240} /> : null}
      {message.data === undefined ? null : <Letter message={message.data} />}
    </Drawer>
  );
}

function Letter({ message }: { readonly message: Message }) {
  const administers = useMay("administrative");
  const retry = useMutation(
    useApi().message.retry.mutationOptions({ onSuccess: () => void tell("It waits to be sent again.") }),
  );
  return (
    <Stack gap="md">
      <Group gap="xs">
        <MessageState state={message.state} />
        <Text size="sm" c="dimmed">
          {kindName(message.kind)} to {message.to.name}, {message.to.email}
        </Text>
      </Group>
      <Progress message={message} />
      <pre className={classes.text}>{message.text}</pre>
      {message.link === null ? null : <CopyField label="Link" text={message.link} />}
      <RefusalNote error={retry.error} />
      {administers && message.state !== "sent" && message.attempts + (message.state === "failed" ? 1 : 0) > 0 ? (
        <Group>
          <Button
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={retry.isPending}
            onClick={() => retry.mutate({ message: message.id })}
          >
            Try again now
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function Progress({ message }: { readonly message: Message }) {
  const { timeZone } = useSession().practice;
  const at = (instant: string) => formatInstant(instant, timeZone);
  const tries = `${message.attempts} ${message.attempts === 1 ? "try" : "tries"}`;
  return (
    <Text size="sm" component="div">
      Written {at(message.recordedAt)}.{message.sentAt === null ? "" : ` Sent ${at(message.sentAt)}.`}
      {message.state === "sent" || message.attempts === 0 ? "" : ` Not taken after ${tries}.`}
      {message.state === "queued" && message.attempts > 0 && message.nextTryAt !== null
        ? ` Next try ${at(message.nextTryAt)}.`
        : ""}
      {message.lastError === null ? null : (
        <Text size="sm" c="dimmed" mt={4}>
          The mail server said: {message.lastError}
        </Text>
      )}
    </Text>
  );
}
