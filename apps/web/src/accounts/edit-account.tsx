import { t } from "@lingui/core/macro";
import { Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { AccountView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing, said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

export function EditAccount({ account }: { readonly account: AccountView }) {
  const close = useDropAsk();
  const { name, address, email, timeZone, billingAnchor } = account;
  const form = useForm<{
    name: string;
    address: string;
    email: string;
    timeZone: string;
    billingAnchor: string | null;
  }>({
    initialValues: { name, address, email, timeZone: timeZone ?? "", billingAnchor },
    validate: { name: missing },
  });
  const edit = useMutation(
    useApi().account.edit.mutationOptions({
      onSuccess: () => {
        void tell(t`Changed. Invoices issued so far stay as they are.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        edit.mutate({
          account: account.id,
          name: values.name,
          address: values.address,
          email: values.email,
          ...said("timeZone", values.timeZone),
          ...said("billingAnchor", values.billingAnchor),
        }),
      )}
    >
      <Stack gap="sm">
        <TextInput label={t`Name`} {...form.getInputProps("name")} />
        <Textarea label={t`Address`} autosize minRows={2} {...form.getInputProps("address")} />
        <TextInput label={t`E-mail for invoices`} type="email" {...form.getInputProps("email")} />
        <TextInput label={t`Time zone`} placeholder={t`the practice's`} {...form.getInputProps("timeZone")} />
        <DayField
          label={t`Billing periods counted from`}
          description={t`Only where this account has days of its own.`}
          placeholder={t`the practice's`}
          {...form.getInputProps("billingAnchor")}
        />
        <FormFoot submit={t`Save`} busy={edit.isPending} error={edit.error} />
      </Stack>
    </form>
  );
}
