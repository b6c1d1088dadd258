import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { DeliverableView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { WhatEnds } from "./what-ends.tsx";

/** Gives the work up, with a reason, and says before what that changes (DLV-3). */
export function CancelDeliverable({ work }: { readonly work: DeliverableView }) {
  const close = useDropAsk();
  const form = useForm({ initialValues: { reason: "" }, validate: { reason: missing } });
  const cancel = useMutation(
    useApi().deliverable.cancel.mutationOptions({
      onSuccess: ({ deliverable }) => {
        void tell(
          deliverable.state === "closed"
            ? t`Cancelled and closed.`
            : t`Cancelled: it closes once its open time is billed.`,
        );
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const { name } = work;
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) => cancel.mutate({ account: work.account, deliverable: work.id, reason }))}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>{name} goes no further. What changes:</Trans>
        </Text>
        <WhatEnds work={work} />
        <Text size="sm" c="dimmed">
          <Trans>This cannot be taken back.</Trans> <ClauseLink id="DLV-3" />
        </Text>
        <Textarea label={t`Reason`} autosize minRows={2} data-autofocus {...form.getInputProps("reason")} />
        <FormFoot submit={t`Cancel the work`} back={t`Keep it`} danger busy={cancel.isPending} error={cancel.error} />
      </Stack>
    </form>
  );
}
