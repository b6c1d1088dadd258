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
        void tell(`Back in ${title}.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  if (before === undefined) return <Text>It is in the first phase: there is nowhere to go back to.</Text>;
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) =>
        back.mutate({ account: phases.account, deliverable: phases.deliverable, to: before.phase, reason }),
      )}
    >
      <Stack gap="sm">
        <Text size="sm">
          From {phases.title} back to {before.title}. What was stated for the gates stays on record.
        </Text>
        <Textarea label="Reason" autosize minRows={2} data-autofocus {...form.getInputProps("reason")} />
        <FormFoot submit={`Go back to ${before.title}`} busy={back.isPending} error={back.error} />
      </Stack>
    </form>
  );
}
