import { t } from "@lingui/core/macro";
import { Select, Stack, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { AccountView, LogTime as LogTimeInput } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { durationFault, minutesIn, said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { CoverPreview } from "./cover-preview.tsx";
import { loggedSentence } from "./cover-sentence.ts";
import { OverrideField } from "./override-field.tsx";
import { useJoinedPeriod } from "./use-joined-period.ts";

interface Said {
  readonly duration: string;
  readonly on: string | null;
  readonly deliverable: string | null;
  readonly note: string;
  readonly billable: boolean;
}

/** One entry, said quickly; the week sheet is for many. */
export function LogTime({
  account,
  deliverable = null,
}: {
  readonly account: AccountView;
  /** What it is about, unless somebody chooses otherwise. */
  readonly deliverable?: string | null;
}) {
  const close = useDropAsk();
  const form = useForm<Said>({
    initialValues: { duration: "", on: useToday(), deliverable, note: "", billable: true },
    validate: { duration: durationFault },
  });
  const log = useMutation(
    useApi().time.log.mutationOptions({
      onSuccess: (logged) => {
        void tell(loggedSentence(logged));
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const input: LogTimeInput = {
    account: account.id,
    minutes: minutesIn(form.values.duration),
    billable: form.values.billable,
    ...said("on", form.values.on),
    ...said("deliverable", form.values.deliverable),
    ...said("note", form.values.note),
  };
  const previewed = durationFault(form.values.duration) === null ? { ...input, note: "" } : null;
  return (
    <form onSubmit={form.onSubmit(() => log.mutate(input))}>
      <Stack gap="sm">
        <TextInput label={t`Time`} placeholder="1h30, :15, 45m" data-autofocus {...form.getInputProps("duration")} />
        <CoverPreview input={previewed} />
        <DayField label={t`Worked on`} leadsTo={useJoinedPeriod(account)} {...form.getInputProps("on")} />
        <Select
          label={t`Deliverable`}
          placeholder={t`general work`}
          clearable
          data={account.deliverables.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("deliverable")}
        />
        <TextInput label={t`Note`} {...form.getInputProps("note")} />
        <Switch label={t`Billable`} {...form.getInputProps("billable", { type: "checkbox" })} />
        <FormFoot submit={t`Log time`} busy={log.isPending} error={log.error}>
          <OverrideField
            error={log.error}
            account={account.id}
            busy={log.isPending}
            onOverride={(override) => log.mutate({ ...input, override })}
          />
        </FormFoot>
      </Stack>
    </form>
  );
}
