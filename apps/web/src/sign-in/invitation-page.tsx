import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Skeleton, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { missing, said } from "../forms/checks.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { roleInSentence } from "../users/role-words.ts";
import { enter } from "./enter.ts";
import { LinkFault } from "./link-fault.tsx";
import { newPasswordFault, PasswordField } from "./password-field.tsx";
import { SignInCard } from "./sign-in-card.tsx";
import { useLinkSecret } from "./use-link-secret.ts";

const ask = msg`An invitation works once, within seven days. If you came in before, sign in; else ask whoever invited you for another one.`;

/** Where an invitation leads: a name and a password of one's own, and one is in. */
export function InvitationPage() {
  const link = useLinkSecret();
  const shown = useQuery({
    ...useApi().invitation.show.queryOptions({ link: link ?? "" }),
    enabled: link !== null,
    // Once it is accepted it is good no more; until then nothing changes.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (link === null) return <LinkFault title={t`Invitation`} error={null} next={i18n._(ask)} />;
  if (shown.error !== null)
    return <LinkFault title={t`Invitation`} error={shown.error} next={i18n._(ask)} onAgain={() => shown.refetch()} />;
  if (shown.data === undefined)
    return (
      <SignInCard title={t`Invitation`}>
        <Skeleton h={260} />
      </SignInCard>
    );
  const { practice, account, role } = shown.data;
  const hat = roleInSentence(role);
  return (
    <SignInCard
      title={t`Come in to ${practice}`}
      note={
        account === null
          ? t`You are invited as ${hat} of the services team.`
          : t`You are invited as ${hat} of ${account}.`
      }
    >
      <AcceptInvitation key={link} link={link} invited={shown.data} />
    </SignInCard>
  );
}

function AcceptInvitation({
  link,
  invited,
}: {
  readonly link: string;
  readonly invited: { readonly name: string; readonly email: string };
}) {
  const form = useForm({
    initialValues: { name: invited.name, password: "" },
    validate: { name: missing, password: newPasswordFault },
  });
  const accept = useMutation(
    useApi().invitation.accept.mutationOptions({
      onSuccess: () => enter("/"),
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form onSubmit={form.onSubmit(({ name, password }) => accept.mutate({ link, password, ...said("name", name) }))}>
      <Stack gap="sm">
        <TextInput
          label={t`Email`}
          description={t`You sign in with it.`}
          type="email"
          size="md"
          autoComplete="username"
          readOnly
          value={invited.email}
        />
        <TextInput label={t`Name`} size="md" autoComplete="name" {...form.getInputProps("name")} />
        <PasswordField label={t`Choose a password`} kind="new" {...form.getInputProps("password")} />
        <RefusalNote error={accept.error} />
        <Button type="submit" size="md" fullWidth loading={accept.isPending || accept.isSuccess}>
          <Trans>Come in</Trans>
        </Button>
      </Stack>
    </form>
  );
}
