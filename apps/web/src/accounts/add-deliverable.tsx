import { Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Names a piece of work, so that time and invoice lines can name it too. */
export function AddDeliverable({ account }: { readonly account: string }) {
  const close = useDropAsk();
  const form = useForm({ initialValues: { name: "" }, validate: { name: missing } });
  const add = useMutation(
    useApi().deliverable.add.mutationOptions({
      onSuccess: ({ name }) => {
        void tell(`Time can be logged on ${name} now.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form onSubmit={form.onSubmit(({ name }) => add.mutate({ account, name }))}>
      <Stack gap="sm">
        <TextInput
          label="Name"
          description="As invoice lines will say it."
          data-autofocus
          {...form.getInputProps("name")}
        />
        <FormFoot submit="Add deliverable" busy={add.isPending} error={add.error} />
      </Stack>
    </form>
  );
}
