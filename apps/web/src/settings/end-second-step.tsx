import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { PasswordField } from "../sign-in/password-field.tsx";
import type { OwnUser } from "./own-user.ts";

export function EndSecondStep({ user }: { readonly user: OwnUser }) {
  const close = useDropAsk();
  const form = useForm({
    initialValues: { password: "", code: "" },
    validate: { password: (text) => (user.hasPassword ? missing(text) : null), code: missing },
  });
  const end = useMutation(
    useApi().totp.disable.mutationOptions({
      onSuccess: () => {
        void tell(t`The second step is off.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ password, code }) => end.mutate({ code, ...(password === "" ? {} : { password }) }))}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>From then on your password alone signs you in, and the recovery codes are good for nothing.</Trans>
        </Text>
        {user.hasPassword ? (
          <PasswordField label={t`Your password`} kind="current" data-autofocus {...form.getInputProps("password")} />
        ) : null}
        <TextInput
          label={t`Code`}
          description={t`Of the authenticator app, or a recovery code.`}
          autoComplete="one-time-code"
          {...form.getInputProps("code")}
        />
        <FormFoot submit={t`Turn off`} busy={end.isPending} error={end.error} danger />
      </Stack>
    </form>
  );
}
