import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { Entry } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { durationFault, minutesIn, missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Gives up open minutes for good: they count as written off and are never billed (ALW-8). */
export function WriteOffEntry({ entry }: { readonly entry: Entry }) {
  const close = useDropAsk();
  const form = useForm({
    initialValues: { duration: formatDuration(entry.openMinutes), reason: "" },
    validate: { duration: durationFault, reason: missing },
  });
  const writeOff = useMutation(
    useApi().time.writeOff.mutationOptions({
      onSuccess: ({ minutes }) => {
        const duration = formatDuration(minutes);
        void tell(t`${duration} written off.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const open = formatDuration(entry.openMinutes);
  return (
    <form
      onSubmit={form.onSubmit(({ duration, reason }) =>
        writeOff.mutate({
          account: entry.account,
          entry: entry.id,
          expectedVersion: entry.version,
          minutes: minutesIn(duration),
          reason,
        }),
      )}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>{open} of this entry are open. What is written off is never covered and never billed.</Trans>
        </Text>
        <TextInput label={t`Time to write off`} {...form.getInputProps("duration")} />
        <TextInput label={t`Reason`} data-autofocus {...form.getInputProps("reason")} />
        <FormFoot submit={t`Write off`} danger busy={writeOff.isPending} error={writeOff.error} />
      </Stack>
    </form>
  );
}
