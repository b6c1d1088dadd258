import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Recovery codes in the place of all earlier ones, for whoever proves to have the second step. */
export function NewCodes() {
  const form = useForm({ initialValues: { code: "" }, validate: { code: missing } });
  const renew = useMutation(
    useApi().totp.renewCodes.mutationOptions({ gcTime: 0, onError: (error) => form.setErrors(faultsOf(error)) }),
  );
  if (renew.data !== undefined)
    return (
      <RecoveryCodes codes={renew.data.recoveryCodes}>
        <Trans>The recovery codes you had open nothing any more; these do.</Trans>
      </RecoveryCodes>
    );
  return (
    <form onSubmit={form.onSubmit(({ code }) => renew.mutate({ code }))}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>You get ten new ones. Those you have now stop working.</Trans>
        </Text>
        <TextInput
          label={t`Code`}
          description={t`Of the authenticator app, or a recovery code.`}
          autoComplete="one-time-code"
          data-autofocus
          {...form.getInputProps("code")}
        />
        <FormFoot submit={t`Make new codes`} busy={renew.isPending} error={renew.error} />
      </Stack>
    </form>
  );
}
