import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Skeleton, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconCircleCheck } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { enter } from "./enter.ts";
import { LinkFault } from "./link-fault.tsx";
import { newPasswordFault, PasswordField } from "./password-field.tsx";
import { SignInCard } from "./sign-in-card.tsx";
import { useLinkSecret } from "./use-link-secret.ts";

const title = msg`A new password`;
const ask = msg`A link works once, within an hour. Ask for another one on the sign-in page.`;

/** Where the link to choose another password leads. */
export function ResetPage() {
  const link = useLinkSecret();
  const shown = useQuery({
    ...useApi().password.showReset.queryOptions({ link: link ?? "" }),
    enabled: link !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (link === null) return <LinkFault title={i18n._(title)} error={null} next={i18n._(ask)} />;
  if (shown.error !== null)
    return <LinkFault title={i18n._(title)} error={shown.error} next={i18n._(ask)} onAgain={() => shown.refetch()} />;
  if (shown.data === undefined)
    return (
      <SignInCard title={i18n._(title)}>
        <Skeleton h={200} />
      </SignInCard>
    );
  const { name } = shown.data;
  return (
    <SignInCard title={i18n._(title)} note={t`For ${name}. It signs you out everywhere else.`}>
      <ChoosePassword key={link} link={link} email={shown.data.email ?? ""} />
    </SignInCard>
  );
}

function ChoosePassword({ link, email }: { readonly link: string; readonly email: string }) {
  const form = useForm({ initialValues: { password: "" }, validate: { password: newPasswordFault } });
  const reset = useMutation(
    useApi().password.reset.mutationOptions({
      onSuccess: ({ signedIn }) => signedIn && enter("/"),
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  if (reset.data?.signedIn === false)
    return (
      <>
        <Alert data-tone="good" icon={<IconCircleCheck aria-hidden />} role="status">
          <Trans>Your password is changed. Sign in with it, and with the code of your authenticator app.</Trans>
        </Alert>
        <ButtonLink to="/sign-in" size="md">
          <Trans>Go to sign-in</Trans>
        </ButtonLink>
      </>
    );
  return (
    <form onSubmit={form.onSubmit(({ password }) => reset.mutate({ link, password }))}>
      <Stack gap="sm">
        <TextInput label={t`Email`} type="email" size="md" autoComplete="username" readOnly value={email} />
        <PasswordField label={t`New password`} kind="new" {...form.getInputProps("password")} />
        <RefusalNote error={reset.error} />
        <Button type="submit" size="md" fullWidth loading={reset.isPending || reset.isSuccess}>
          <Trans>Change the password</Trans>
        </Button>
      </Stack>
    </form>
  );
}
