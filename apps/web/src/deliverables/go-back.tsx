import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Moves work back a phase, with a reason; what was stated stays on record (PROC-7). */
export function GoBack({ phases }: { readonly phases: WorkPhases }) {
  const close = useDropAsk();
  const at = phases.phases.findIndex(({ state }) => state === "present");
  const before = phases.phases[at - 1];
  const form = useForm({ initialValues: { reason: "" }, validate: { reason: missing } });
  const back = useMutation(
    useApi().phase.back.mutationOptions({
      onSuccess: ({ title }) => {
        void tell(t`Back in ${title}.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  if (before === undefined)
    return (
      <Text>
        <Trans>It is in the first phase: there is nowhere to go back to.</Trans>
      </Text>
    );
  const [title, beforeTitle] = [phases.title, before.title];
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) =>
        back.mutate({ account: phases.account, deliverable: phases.deliverable, to: before.phase, reason }),
      )}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            From {title} back to {beforeTitle}. What was stated for their gates stays on record, and must be stated anew
            before it moves on again.
          </Trans>
        </Text>
        <Textarea label={t`Reason`} autosize minRows={2} data-autofocus {...form.getInputProps("reason")} />
        <FormFoot submit={t`Go back to ${beforeTitle}`} busy={back.isPending} error={back.error} />
      </Stack>
    </form>
  );
}
