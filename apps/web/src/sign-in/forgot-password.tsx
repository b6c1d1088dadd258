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
  const back = (
    <TextLink
      to="/sign-in"
      search={(old: Record<string, unknown>) => ({ ...old, ask: undefined })}
      inherit={false}
      size="sm"
      py={8}
    >
      Back to sign-in
    </TextLink>
  );
  if (ask.isSuccess)
    return (
      <>
        <Alert icon={<IconMail aria-hidden />} role="status" title="Look into your mail">
          <Text size="sm">
            If somebody signs in with {form.values.email.trim()}, a link is on its way there. It works once, within an
            hour. No mail? An admin finds the link under Messages.
          </Text>
        </Alert>
        {back}
      </>
    );
  return (
    <form onSubmit={form.onSubmit(({ email }) => ask.mutate({ email }))}>
      <Stack gap="sm">
        <TextInput
          label="Email"
          type="email"
          size="md"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps("email")}
        />
        <RefusalNote error={ask.error} />
        <Button type="submit" size="md" fullWidth loading={ask.isPending}>
          Send me a link
        </Button>
        {back}
      </Stack>
    </form>
  );
}
