import { t } from "@lingui/core/macro";
import { Stack, TextInput, VisuallyHidden } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { newPasswordFault, PasswordField } from "../sign-in/password-field.tsx";
import type { OwnUser } from "./own-user.ts";

/** One's own password: the current one first, where there is one. */
export function ChangePassword({ user }: { readonly user: OwnUser }) {
  const close = useDropAsk();
  const form = useForm({
    initialValues: { current: "", next: "" },
    validate: { current: (text) => (user.hasPassword ? missing(text) : null), next: newPasswordFault },
  });
  const change = useMutation(
    useApi().password.change.mutationOptions({
      onSuccess: () => {
        void tell(
          user.hasPassword
            ? t`Your password is changed. Everywhere else you are signed out.`
            : t`From now on you sign in with your email and this password.`,
        );
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ current, next }) => change.mutate({ next, ...(user.hasPassword ? { current } : {}) }))}
    >
      <Stack gap="sm">
        <VisuallyHidden aria-hidden>
          {/* So that password managers know whose password it is. */}
          <TextInput label={t`Email`} autoComplete="username" readOnly tabIndex={-1} value={user.email ?? ""} />
        </VisuallyHidden>
        {user.hasPassword ? (
          <PasswordField label={t`Current password`} kind="current" {...form.getInputProps("current")} />
        ) : null}
        <PasswordField label={t`New password`} kind="new" {...form.getInputProps("next")} />
        <FormFoot
          submit={user.hasPassword ? t`Change the password` : t`Choose this password`}
          busy={change.isPending}
          error={change.error}
        />
      </Stack>
    </form>
  );
}
