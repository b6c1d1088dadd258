import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
    api.user.invite.mutationOptions({
      onSuccess: () => void tell(t`Invited again. The earlier link is good no more.`),
    }),
  );
  // Newest first: the one before it opens nothing any more.
  const letter = letters.data?.items.find(({ to }) => to.email === user.email);
  const { name } = user;
  const email = letter?.to.email;
  const sentAt = letter?.sentAt == null ? null : formatInstant(letter.sentAt, timeZone);
  if (user.state !== "invited")
    return (
      <Stack gap="sm">
        <Text size="sm">
          <Trans>{name} came in: the invitation is used up.</Trans>
        </Text>
        <Group justify="flex-end">
          <Button onClick={close}>
            <Trans>Close</Trans>
          </Button>
        </Group>
      </Stack>
    );
  return (
    <Stack gap="sm">
      <RefusalNote error={letters.error ?? again.error} />
      {letters.isPending ? <Skeleton h={90} /> : null}
      {letter?.state === "sent" && sentAt !== null ? (
        <Text size="sm">
          <Trans>
            Sent to {email} on {sentAt}. The link works once, within seven days.
          </Trans>
        </Text>
      ) : null}
      {letter === undefined || letter.state === "sent" ? null : (
        <Text size="sm">
          {letter.state === "dropped" ? (
            <Trans>
              The mail to {email} was dropped, since its link opens nothing any more. Make a new link to invite {name}{" "}
              again.
            </Trans>
          ) : letter.state === "failed" ? (
            <Trans>
              {name} is invited. The mail to {email} could not be sent; you can also give them this link yourself. It
              works once, within seven days.
            </Trans>
          ) : (
            <Trans>
              {name} is invited. The mail to {email} goes out as soon as a mail server takes it; you can also give them
              this link yourself. It works once, within seven days.
            </Trans>
          )}
        </Text>
      )}
      {letter === undefined || letter.link === null ? null : <CopyField label={t`Link`} text={letter.link} />}
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          loading={again.isPending}
          onClick={() => {
            const { name, email, role } = user;
            if (email !== null && isRole(role)) again.mutate({ ...of, name, email, role });
          }}
        >
          <Trans>Make a new link</Trans>
        </Button>
        <Button onClick={close}>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
