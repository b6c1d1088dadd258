import { Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { DeliverableView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { formatMoney } from "../figures/money-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Gives the work up, with a reason, and says before what that changes (DLV-3). */
export function CancelDeliverable({ work }: { readonly work: DeliverableView }) {
  const close = useDropAsk();
  const form = useForm({ initialValues: { reason: "" }, validate: { reason: missing } });
  const cancel = useMutation(
    useApi().deliverable.cancel.mutationOptions({
      onSuccess: ({ deliverable }) => {
        void tell(
          deliverable.state === "closed"
            ? "Cancelled and closed."
            : "Cancelled: it closes once its open time is billed.",
        );
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const left = work.approved?.deposit.left ?? 0;
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) => cancel.mutate({ account: work.account, deliverable: work.id, reason }))}
    >
      <Stack gap="sm">
        <Text size="sm">
          {work.name} goes no further. It closes once its open time is billed
          {left > 0
            ? `; what is left of its deposit then comes back as a credit memo, ${formatMoney(left, work.currency)} as it stands.`
            : "."}{" "}
          Later time on it is general work. This cannot be taken back.
        </Text>
        <Textarea label="Reason" autosize minRows={2} data-autofocus {...form.getInputProps("reason")} />
        <FormFoot submit="Cancel the work" danger busy={cancel.isPending} error={cancel.error} />
      </Stack>
    </form>
  );
}
