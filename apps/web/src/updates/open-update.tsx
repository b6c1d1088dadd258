import { plural, t } from "@lingui/core/macro";
import { Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { sum } from "../figures/sum.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing, said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

interface Update {
  readonly version: string;
  readonly account: string | null;
  readonly on: string | null;
}

/** Opens an update of the platform, with a review for each live customization (PROC-9). */
export function OpenUpdate({ accounts: live }: { readonly accounts: ReadonlyMap<string, number> }) {
  const close = useDropAsk();
  const today = useToday();
  const accounts = useAccounts();
  const form = useForm<Update>({
    initialValues: { version: "", account: null, on: today },
    validate: { version: missing },
  });
  const open = useMutation(
    useApi().update.open.mutationOptions({
      onSuccess: ({ updates }) => {
        const reviews = updates.reduce((count, update) => count + update.reviews.length, 0);
        void tell(plural(reviews, { one: "# review is open now.", other: "# reviews are open now." }));
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const { account } = form.values;
  const reviews = account === null ? sum([...live.values()]) : (live.get(account) ?? 0);
  return (
    <form
      onSubmit={form.onSubmit(({ version, account: of, on }) =>
        open.mutate({ version: version.trim(), ...said("account", of), ...said("on", on) }),
      )}
    >
      <Stack gap="sm">
        <TextInput label={t`Version`} data-autofocus {...form.getInputProps("version")} />
        <Select
          label={t`Account`}
          placeholder={t`Every account with a live customization`}
          searchable
          clearable
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("account")}
        />
        <DayField label={t`Day of the update`} {...form.getInputProps("on")} />
        <Text size="sm">
          {account === null
            ? t`Opens ${plural(reviews, { one: "# review", other: "# reviews" })} in ${plural(live.size, { one: "# account", other: "# accounts" })}: one for each live customization.`
            : t`Opens ${plural(reviews, { one: "# review", other: "# reviews" })}: one for each live customization.`}
        </Text>
        <FormFoot submit={t`Open update`} busy={open.isPending} error={open.error} />
      </Stack>
    </form>
  );
}
