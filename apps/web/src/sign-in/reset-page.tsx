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

const title = "A new password";
const ask = "A link works once, within an hour. Ask for another one on the sign-in page.";

/** Where the link to choose another password leads. */
export function ResetPage() {
  const link = useLinkSecret();
  const shown = useQuery({
    ...useApi().password.showReset.queryOptions({ link: link ?? "" }),
    enabled: link !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (link === null) return <LinkFault title={title} error={null} next={ask} />;
  if (shown.error !== null) return <LinkFault title={title} error={shown.error} next={ask} />;
  if (shown.data === undefined)
    return (
      <SignInCard title={title}>
        <Skeleton h={200} />
      </SignInCard>
    );
  return (
    <SignInCard title={title} note={`For ${shown.data.name}. It signs you out everywhere else.`}>
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
          Your password is changed. Sign in with it, and with the code of your authenticator app.
        </Alert>
        <ButtonLink to="/sign-in" size="md">
          Go to sign-in
        </ButtonLink>
      </>
    );
  return (
    <form onSubmit={form.onSubmit(({ password }) => reset.mutate({ link, password }))}>
      <Stack gap="sm">
        <TextInput label="Email" type="email" size="md" autoComplete="username" readOnly value={email} />
        <PasswordField label="New password" kind="new" {...form.getInputProps("password")} />
        <RefusalNote error={reset.error} />
        <Button type="submit" size="md" fullWidth loading={reset.isPending || reset.isSuccess}>
          Change the password
        </Button>
      </Stack>
    </form>
  );
}
