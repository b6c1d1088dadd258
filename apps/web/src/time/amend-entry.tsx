import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Select, Stack, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { AccountView, Entry } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useWorkers } from "../api/people.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { durationFault, minutesIn, missing, said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { PersonField } from "../forms/person-field.tsx";
import { tell } from "../page/tell.ts";
import { BilledNote } from "./billed-note.tsx";
import { useJoinedPeriod } from "./use-joined-period.ts";

interface Said {
  readonly duration: string;
  readonly on: string | null;
  readonly deliverable: string | null;
  readonly worker: string;
  readonly note: string;
  readonly billable: boolean;
}

export function AmendEntry({ entry, account }: { readonly entry: Entry; readonly account: AccountView }) {
  const close = useDropAsk();
  const { on, deliverable, worker, note, billable, rawMinutes } = entry;
  const form = useForm<Said>({
    initialValues: { duration: formatDuration(rawMinutes), on, deliverable, worker, note, billable },
    validate: { duration: durationFault, worker: missing },
  });
  const amend = useMutation(
    useApi().time.amend.mutationOptions({
      onSuccess: ({ creditMemos }) => {
        const documents = creditMemos.join(", ");
        void tell(creditMemos.length === 0 ? t`Changed.` : t`Changed; credited with ${documents}.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        amend.mutate({
          account: entry.account,
          entry: entry.id,
          expectedVersion: entry.version,
          minutes: minutesIn(values.duration),
          deliverable: values.deliverable,
          worker: values.worker,
          note: values.note,
          billable: values.billable,
          ...said("on", values.on),
        }),
      )}
    >
      <Stack gap="sm">
        <BilledNote entry={entry} />
        <TextInput label={t`Time`} data-autofocus {...form.getInputProps("duration")} />
        <DayField label={t`Worked on`} leadsTo={useJoinedPeriod(account)} {...form.getInputProps("on")} />
        <Select
          label={t`Deliverable`}
          placeholder={t`general work`}
          clearable
          data={account.deliverables.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("deliverable")}
        />
        <PersonField
          label={t`Worker`}
          people={useWorkers()}
          newcomer={(who) => t`Add “${who}” as a new worker`}
          {...form.getInputProps("worker")}
        />
        <TextInput label={t`Note`} {...form.getInputProps("note")} />
        <Switch label={t`Billable`} {...form.getInputProps("billable", { type: "checkbox" })} />
        <FormFoot submit={t`Change entry`} busy={amend.isPending} error={amend.error} />
      </Stack>
    </form>
  );
}
