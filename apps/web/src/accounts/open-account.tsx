import { slugOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { missing, said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { AccountFields, type AccountFieldValues, detailsSaid } from "./account-fields.tsx";

interface OpenedAccount extends AccountFieldValues {
  readonly name: string;
  readonly id: string;
}

const blank: OpenedAccount = { name: "", id: "", address: "", email: "", timeZone: "", billingAnchor: null };

export function OpenAccount() {
  const navigate = useNavigate();
  const form = useForm<OpenedAccount>({
    initialValues: blank,
    validate: { name: missing },
  });
  const open = useMutation(
    useApi().account.open.mutationOptions({
      onSuccess: ({ id, name }) => {
        void tell(t`${name} is open. Next: sell hours, add work, or invite its people.`);
        return navigate({ to: "/accounts/$id", params: { id }, replace: true });
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const { name } = form.values;
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        open.mutate({
          name: values.name,
          ...said("id", values.id),
          ...detailsSaid(values),
        }),
      )}
    >
      <Stack gap="sm">
        <TextInput label={t`Name`} required withAsterisk={false} data-autofocus {...form.getInputProps("name")} />
        <TextInput
          label={t`Id`}
          description={t`For scripts and addresses; it never changes.`}
          placeholder={name.trim() === "" ? "acme-tools" : slugOf(name)}
          {...form.getInputProps("id")}
        />
        <AccountFields form={form} />
        <FormFoot submit={t`Open account`} busy={open.isPending} error={open.error} />
      </Stack>
    </form>
  );
}
