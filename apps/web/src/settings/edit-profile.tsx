import { t } from "@lingui/core/macro";
import { Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useSession } from "../api/session.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import type { OwnUser } from "./own-user.ts";

/** An admin's own name and email. */
export function EditProfile({ user }: { readonly user: OwnUser }) {
  const close = useDropAsk();
  const { name } = useSession();
  const form = useForm({
    initialValues: { name, email: user.email ?? "" },
    validate: { name: missing, email: missing },
  });
  const edit = useMutation(
    useApi().user.edit.mutationOptions({
      onSuccess: ({ email }) => {
        void tell(email === null ? t`You sign in with a link from now on.` : t`You sign in with ${email} from now on.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        edit.mutate({ user: user.id, name: values.name, email: values.email.trim() }),
      )}
    >
      <Stack gap="sm">
        <TextInput label={t`Name`} autoComplete="name" data-autofocus {...form.getInputProps("name")} />
        <TextInput
          label={t`Email`}
          description={t`You sign in with it, and links to choose another password go there.`}
          type="email"
          autoComplete="email"
          {...form.getInputProps("email")}
        />
        <FormFoot submit={t`Save`} busy={edit.isPending} error={edit.error} />
      </Stack>
    </form>
  );
}
