import { t } from "@lingui/core/macro";
import { Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { AccountView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { onlyChanged } from "../forms/only-changed.ts";
import { tell } from "../page/tell.ts";
import { AccountFields, type AccountFieldValues, detailsChanged } from "./account-fields.tsx";

export function EditAccount({ account }: { readonly account: AccountView }) {
  const close = useDropAsk();
  const { name, address, email, timeZone, billingAnchor } = account;
  const form = useForm<AccountFieldValues & { readonly name: string }>({
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
          ...onlyChanged(form, { name: values.name, ...detailsChanged(values) }),
        }),
      )}
    >
      <Stack gap="sm">
        <TextInput label={t`Name`} data-autofocus {...form.getInputProps("name")} />
        <AccountFields form={form} />
        <FormFoot submit={t`Save`} busy={edit.isPending} error={edit.error} />
      </Stack>
    </form>
  );
}
