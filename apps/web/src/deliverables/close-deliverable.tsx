import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { DeliverableView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { useEndPreview, WhatEnds } from "./what-ends.tsx";

/** Ends work that no phase holds any more: says what that changes, or what is missing for it (DLV-3, PROC-6). */
export function CloseDeliverable({ work }: { readonly work: DeliverableView }) {
  const done = useDropAsk();
  const { account, id, name } = work;
  const { data: preview, error } = useEndPreview(work);
  const close = useMutation(
    useApi().deliverable.close.mutationOptions({
      onSuccess: ({ deliverable, creditMemos }) => {
        void tell(deliverable.state === "closed" ? t`${name} is closed.` : t`${name} has ended.`);
        for (const { number } of creditMemos)
          void tell(t`What was left of its deposit came back as credit memo ${number}.`);
        done();
      },
    }),
  );
  if (preview === undefined) return error === null ? <Skeleton h={160} /> : <RefusalNote error={error} />;
  const refused = preview.closeRefused;
  if (refused !== null)
    return (
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          <Trans>It cannot be closed yet.</Trans>
        </Text>
        <Text size="sm">
          {refused.message} {refused.clause === undefined ? null : <ClauseLink id={refused.clause} />}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            <Trans>Back</Trans>
          </Button>
        </Group>
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate({ account, deliverable: id });
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>{name} is done. What changes:</Trans>
        </Text>
        <WhatEnds work={work} />
        <Text size="sm" c="dimmed">
          <Trans>This cannot be taken back.</Trans> <ClauseLink id="DLV-3" />
        </Text>
        <FormFoot submit={t`Close the work`} danger busy={close.isPending} error={close.error} />
      </Stack>
    </form>
  );
}
