import { Button, Skeleton, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { missing, said } from "../forms/checks.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { roleName } from "../users/role-words.ts";
import { enter } from "./enter.ts";
import { LinkFault } from "./link-fault.tsx";
import { newPasswordFault, PasswordField } from "./password-field.tsx";
import { SignInCard } from "./sign-in-card.tsx";
import { useLinkSecret } from "./use-link-secret.ts";

const ask = "An invitation works once, within seven days. Ask whoever invited you for another one.";

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
  if (link === null) return <LinkFault title="Invitation" error={null} next={ask} />;
  if (shown.error !== null) return <LinkFault title="Invitation" error={shown.error} next={ask} />;
  if (shown.data === undefined)
    return (
      <SignInCard title="Invitation">
        <Skeleton h={260} />
      </SignInCard>
    );
  const { practice, account, role } = shown.data;
  return (
    <SignInCard
      title={`Come in to ${practice}`}
      note={`You are invited as ${roleName(role).toLowerCase()}${account === null ? " of the services team" : ` of ${account}`}.`}
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
          label="Email"
          description="You sign in with it."
          type="email"
          size="md"
          autoComplete="username"
          readOnly
          value={invited.email}
        />
        <TextInput label="Name" size="md" autoComplete="name" {...form.getInputProps("name")} />
        <PasswordField label="Choose a password" kind="new" {...form.getInputProps("password")} />
        <RefusalNote error={accept.error} />
        <Button type="submit" size="md" fullWidth loading={accept.isPending || accept.isSuccess}>
          Come in
        </Button>
      </Stack>
    </form>
  );
}
