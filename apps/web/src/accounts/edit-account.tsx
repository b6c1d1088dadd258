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
        void tell("Changed. Invoices issued so far stay as they are.");
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
        <TextInput label="Name" {...form.getInputProps("name")} />
        <Textarea label="Address" autosize minRows={2} {...form.getInputProps("address")} />
        <TextInput label="E-mail for invoices" type="email" {...form.getInputProps("email")} />
        <TextInput label="Time zone" placeholder="the practice's" {...form.getInputProps("timeZone")} />
        <DayField
          label="Billing periods counted from"
          description="Only where this account has days of its own."
          placeholder="the practice's"
          {...form.getInputProps("billingAnchor")}
        />
        <FormFoot submit="Save" busy={edit.isPending} error={edit.error} />
      </Stack>
    </form>
  );
}
