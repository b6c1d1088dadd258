import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconMail } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { missing } from "../forms/checks.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { TextLink } from "../page/text-link.tsx";

/** Asks for a link to choose another password; whoever is not known is answered the same. */
export function ForgotPassword() {
  const form = useForm({ initialValues: { email: "" }, validate: { email: missing } });
  const ask = useMutation(
    useApi().password.requestReset.mutationOptions({ onError: (error) => form.setErrors(faultsOf(error)) }),
  );
  const email = form.values.email.trim();
  const back = (
    <TextLink
      to="/sign-in"
      search={(old: Record<string, unknown>) => ({ ...old, ask: undefined })}
      inherit={false}
      size="sm"
      py={8}
    >
      <Trans>Back to sign-in</Trans>
    </TextLink>
  );
  if (ask.isSuccess)
    return (
      <>
        <Alert icon={<IconMail aria-hidden />} role="status" title={t`Look into your mail`}>
          <Text size="sm">
            <Trans>
              If somebody signs in with {email}, a link is on its way there. It works once, within an hour. No mail? Ask
              the services team: an admin finds the link under Messages.
            </Trans>
          </Text>
        </Alert>
        {back}
      </>
    );
  return (
    <form onSubmit={form.onSubmit(({ email }) => ask.mutate({ email }))}>
      <Stack gap="sm">
        <TextInput
          label={t`Email`}
          type="email"
          size="md"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps("email")}
        />
        <RefusalNote error={ask.error} />
        <Button type="submit" size="md" fullWidth loading={ask.isPending}>
          <Trans>Send me a link</Trans>
        </Button>
        {back}
      </Stack>
    </form>
  );
}
