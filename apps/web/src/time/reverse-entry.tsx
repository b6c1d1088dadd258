import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { Entry } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { BilledNote } from "./billed-note.tsx";

export function ReverseEntry({ entry }: { readonly entry: Entry }) {
  const close = useDropAsk();
  const today = useToday();
  const form = useForm({ initialValues: { reason: "" } });
  const reverse = useMutation(
    useApi().time.reverse.mutationOptions({
      onSuccess: ({ creditMemos }) => {
        const documents = creditMemos.join(", ");
        void tell(creditMemos.length === 0 ? t`Taken back.` : t`Taken back; credited with ${documents}.`);
        close();
      },
    }),
  );
  const { worker } = entry;
  const [duration, day] = [formatDuration(entry.minutes), formatDay(entry.on, today)];
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) =>
        reverse.mutate({
          account: entry.account,
          entry: entry.id,
          expectedVersion: entry.version,
          ...said("reason", reason),
        }),
      )}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            {duration} by {worker} on {day} will no longer count. The entry stays in the books, marked as reversed.
          </Trans>
        </Text>
        <BilledNote entry={entry} />
        <TextInput label={t`Reason`} data-autofocus {...form.getInputProps("reason")} />
        <FormFoot submit={t`Take back`} danger busy={reverse.isPending} error={reverse.error} />
      </Stack>
    </form>
  );
}
