import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { DeliverableView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing, said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Says that the work waits for its customer or the product team, from a day on (LEAD-6). */
export function StartWait({ work }: { readonly work: DeliverableView }) {
  const close = useDropAsk();
  const form = useForm<{ whose: "client" | "product"; what: string; from: string | null }>({
    initialValues: { whose: "client", what: "", from: useToday() },
    validate: { what: missing },
  });
  const start = useMutation(
    useApi().wait.start.mutationOptions({
      onSuccess: () => {
        void tell(t`The wait is on record.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ whose, what, from }) =>
        start.mutate({ account: work.account, deliverable: work.id, whose, what, ...said("from", from) }),
      )}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t`Whom it waits for`}
          data={[
            { value: "client", label: t`The customer` },
            { value: "product", label: t`The product team` },
          ]}
          {...form.getInputProps("whose")}
        />
        <TextInput label={t`What was asked for`} data-autofocus {...form.getInputProps("what")} />
        <DayField label={t`Since`} description={t`The day we asked or were blocked.`} {...form.getInputProps("from")} />
        <FormFoot submit={t`Start the wait`} busy={start.isPending} error={start.error} />
      </Stack>
    </form>
  );
}

/** Says that a wait is over: the day it was answered or lifted. */
export function StopWait({ work, wait: id }: { readonly work: DeliverableView; readonly wait: string | undefined }) {
  const close = useDropAsk();
  const form = useForm<{ to: string | null }>({ initialValues: { to: useToday() } });
  const stop = useMutation(
    useApi().wait.stop.mutationOptions({
      onSuccess: () => {
        void tell(t`The wait is over.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const wait = work.waits.find((each) => each.id === id);
  if (wait === undefined)
    return (
      <Text>
        <Trans>There is no such wait.</Trans>
      </Text>
    );
  return (
    <form
      onSubmit={form.onSubmit(({ to }) => stop.mutate({ account: work.account, wait: wait.id, ...said("to", to) }))}
    >
      <Stack gap="sm">
        <Text size="sm">{wait.what}</Text>
        <DayField label={t`Answered or lifted on`} {...form.getInputProps("to")} />
        <FormFoot submit={t`It is over`} busy={stop.isPending} error={stop.error} />
      </Stack>
    </form>
  );
}
