import { slugOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { missing, said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

export function OpenAccount() {
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: "", id: "", address: "", email: "" },
    validate: { name: missing },
  });
  const open = useMutation(
    useApi().account.open.mutationOptions({
      onSuccess: ({ id, name }) => {
        void tell(t`${name} is open.`);
        return navigate({ to: "/accounts/$id", params: { id } });
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
          ...said("address", values.address),
          ...said("email", values.email),
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
        <Textarea
          label={t`Address`}
          description={t`As printed on invoices.`}
          autosize
          minRows={2}
          {...form.getInputProps("address")}
        />
        <TextInput label={t`E-mail for invoices`} type="email" {...form.getInputProps("email")} />
        <FormFoot submit={t`Open account`} busy={open.isPending} error={open.error} />
      </Stack>
    </form>
  );
}
