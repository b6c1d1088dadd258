import { t } from "@lingui/core/macro";
import { SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing, said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Puts one of the customer's people on the books; they wear no hat yet (ROLE-2). */
export function AddPerson({ account }: { readonly account: string }) {
  const close = useDropAsk();
  const form = useForm<{ name: string; email: string; employment: "employee" | "contractor" }>({
    initialValues: { name: "", email: "", employment: "employee" },
    validate: { name: missing },
  });
  const add = useMutation(
    useApi().person.add.mutationOptions({
      onSuccess: ({ name }) => {
        void tell(t`${name} is added.`);
        close();
      },
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ name, email, employment }) =>
        add.mutate({ account, name: name.trim(), employment, ...said("email", email) }),
      )}
    >
      <Stack gap="sm">
        <TextInput label={t`Name`} data-autofocus {...form.getInputProps("name")} />
        <TextInput label={t`Email`} type="email" {...form.getInputProps("email")} />
        <SegmentedControl
          aria-label={t`Employment`}
          data={[
            { value: "employee", label: t`Employee` },
            { value: "contractor", label: t`Contractor` },
          ]}
          {...form.getInputProps("employment")}
        />
        <FormFoot submit={t`Add person`} busy={add.isPending} error={add.error} />
      </Stack>
    </form>
  );
}
