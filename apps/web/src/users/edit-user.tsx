import { t } from "@lingui/core/macro";
import { Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { User } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useMay } from "../api/session.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { onlyChanged } from "../forms/only-changed.ts";
import { tell } from "../page/tell.ts";
import { customerRoles, entrustedRoles, isRole, type RoleName, roleChoices, teamRoles } from "./role-words.ts";

/** Who somebody is here. They stay with the services team, or with their account. */
export function EditUser({ user }: { readonly user: User }) {
  const close = useDropAsk();
  const administers = useMay("user.endSecondStep");
  const roles: readonly RoleName[] = user.account === null ? teamRoles : administers ? customerRoles : entrustedRoles;
  const form = useForm({
    initialValues: { name: user.name, email: user.email ?? "", role: user.role },
    validate: { name: missing },
  });
  const edit = useMutation(
    useApi().user.edit.mutationOptions({
      onSuccess: ({ name }) => {
        void tell(t`${name} is changed.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ name, email, role }) =>
        edit.mutate({
          user: user.id,
          ...onlyChanged(form, { name }),
          ...(user.account === null ? {} : { account: user.account }),
          ...(isRole(role) && form.isDirty("role") ? { role } : {}),
          ...(email.trim() === "" || email.trim() === user.email ? {} : { email: email.trim() }),
        }),
      )}
    >
      <Stack gap="sm">
        <TextInput label={t`Name`} autoComplete="off" data-autofocus {...form.getInputProps("name")} />
        <TextInput
          label={t`Email`}
          type="email"
          autoComplete="off"
          disabled={!administers}
          description={
            administers ? t`They sign in with it; a new password can be had there.` : t`Only an admin changes it.`
          }
          {...form.getInputProps("email")}
        />
        <Select label={t`Role`} allowDeselect={false} data={roleChoices(roles)} {...form.getInputProps("role")} />
        <FormFoot submit={t`Save`} busy={edit.isPending} error={edit.error} />
      </Stack>
    </form>
  );
}
