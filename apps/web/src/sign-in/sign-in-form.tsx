import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { refusalOf } from "../api/refusal.ts";
import { missing } from "../forms/checks.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { TextLink } from "../page/text-link.tsx";
import { PasswordField } from "./password-field.tsx";

/** Email and password, then the second step's code where it is asked for. */
export function SignInForm({
  onDone,
}: {
  readonly onDone: (who: { readonly name: string; readonly role: string; readonly account: string | null }) => void;
}) {
  const form = useForm({
    initialValues: { email: "", password: "", code: "", needsCode: false },
    validate: {
      email: missing,
      password: missing,
      code: (text, { needsCode }) => (needsCode ? missing(text) : null),
    },
  });
  const { needsCode } = form.values;
  const signIn = useMutation(
    useApi().session.signIn.mutationOptions({
      onSuccess: onDone,
      onError: (error) => {
        if (refusalOf(error)?.code === "CODE_NEEDED") form.setFieldValue("needsCode", true);
      },
    }),
  );
  const asked = refusalOf(signIn.error)?.code === "CODE_NEEDED";
  return (
    <form
      onSubmit={form.onSubmit(({ email, password, code }) =>
        signIn.mutate({ email, password, ...(needsCode ? { code } : {}) }),
      )}
    >
      <Stack gap="sm">
        {needsCode ? (
          <TextInput
            label={t`Code`}
            description={t`The six digits that your authenticator app shows, or one of your recovery codes.`}
            size="md"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            {...form.getInputProps("code")}
          />
        ) : (
          <>
            <TextInput
              label={t`Email`}
              type="email"
              size="md"
              autoComplete="username"
              required
              withAsterisk={false}
              {...form.getInputProps("email")}
            />
            <PasswordField label={t`Password`} kind="current" {...form.getInputProps("password")} />
          </>
        )}
        <RefusalNote error={asked ? null : signIn.error} />
        <Button type="submit" size="md" fullWidth loading={signIn.isPending || signIn.isSuccess}>
          {needsCode ? t`Confirm` : t`Sign in`}
        </Button>
        {needsCode ? (
          <Button
            variant="default"
            size="md"
            onClick={() => {
              form.setValues({ needsCode: false, code: "" });
              signIn.reset();
            }}
          >
            <Trans>Back</Trans>
          </Button>
        ) : (
          <TextLink
            to="/sign-in"
            search={(old: Record<string, unknown>) => ({ ...old, link: undefined, ask: "password-link" as const })}
            inherit={false}
            size="sm"
            py={8}
          >
            <Trans>Forgot the password?</Trans>
          </TextLink>
        )}
      </Stack>
    </form>
  );
}
