import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { User } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { formatInstant } from "../figures/day-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { CopyField } from "../forms/copy-field.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";
import { isRole } from "./role-words.ts";

/** How an invitation reaches whom it is for: by mail, or by the link that one gives them. */
export function Invitation({ user }: { readonly user: User }) {
  const close = useDropAsk();
  const api = useApi();
  const { timeZone } = useSession().practice;
  const of = user.account === null ? {} : { account: user.account };
  const letters = useQuery(api.message.list.queryOptions({ ...of, kind: "invitation", limit: 500 }));
  const again = useMutation(
    api.user.invite.mutationOptions({ onSuccess: () => void tell("Invited again. The earlier link is good no more.") }),
  );
  // Newest first: the one before it opens nothing any more.
  const letter = letters.data?.items.find(({ to }) => to.email === user.email);
  if (user.state !== "invited")
    return (
      <Stack gap="sm">
        <Text size="sm">{user.name} came in: the invitation is used up.</Text>
        <Group justify="flex-end">
          <Button onClick={close}>Close</Button>
        </Group>
      </Stack>
    );
  return (
    <Stack gap="sm">
      <RefusalNote error={letters.error ?? again.error} />
      {letters.isPending ? <Skeleton h={90} /> : null}
      {letter?.state === "sent" && letter.sentAt !== null ? (
        <Text size="sm">
          Sent to {letter.to.email} on {formatInstant(letter.sentAt, timeZone)}. The link works once, within seven days.
        </Text>
      ) : null}
      {letter === undefined || letter.state === "sent" ? null : (
        <Text size="sm">
          {user.name} is invited. The mail to {letter.to.email}{" "}
          {letter.state === "failed" ? "could not be sent" : "goes out as soon as a mail server takes it"}; you can also
          give them this link yourself. It works once, within seven days.
        </Text>
      )}
      {letter === undefined || letter.link === null ? null : <CopyField label="Link" text={letter.link} />}
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          loading={again.isPending}
          onClick={() => {
            const { name, email, role } = user;
            if (email !== null && isRole(role)) again.mutate({ ...of, name, email, role });
          }}
        >
          Make a new link
        </Button>
        <Button onClick={close}>Done</Button>
      </Group>
    </Stack>
  );
}
