import { t } from "@lingui/core/macro";
import { Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { customerRoles, entrustedRoles, type RoleName, roleChoices, teamRoles } from "./role-words.ts";
import { PeopleSearch } from "./users-search.ts";

interface InviteForm {
  readonly name: string;
  readonly email: string;
  readonly role: RoleName | null;
  readonly account: string | null;
}

const ofCustomer = (role: RoleName | null): boolean => customerRoles.some((each) => each === role);

/** Lets somebody in: they get a link, and choose their password themselves. */
export function InviteUser({ account: only }: { readonly account?: string }) {
  const navigate = useNavigate();
  const accounts = useAccounts();
  const { account: chosen } = PeopleSearch.parse(useSearch({ strict: false }));
  const form = useForm<InviteForm>({
    initialValues: { name: "", email: "", role: only === undefined ? null : "member", account: only ?? chosen ?? null },
    validate: {
      name: missing,
      email: missing,
      role: (role) => (role === null ? t`choose a role` : null),
      account: (account, { role }) => (ofCustomer(role) && account === null ? t`choose an account` : null),
    },
  });
  const invite = useMutation(
    useApi().user.invite.mutationOptions({
      onSuccess: ({ id }) =>
        navigate({
          to: ".",
          search: (old: Record<string, unknown>) => ({ ...old, ask: "invitation" as const, user: id }),
          replace: true,
          resetScroll: false,
        }),
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const { role } = form.values;
  return (
    <form
      onSubmit={form.onSubmit(({ name, email, role, account }) => {
        if (role === null) return;
        invite.mutate({
          name,
          email: email.trim(),
          role,
          ...(ofCustomer(role) && account !== null ? { account } : {}),
        });
      })}
    >
      <Stack gap="sm">
        <TextInput label={t`Name`} autoComplete="off" data-autofocus {...form.getInputProps("name")} />
        <TextInput
          label={t`Email`}
          description={t`They sign in with it.`}
          type="email"
          autoComplete="off"
          {...form.getInputProps("email")}
        />
        <Select
          label={t`Role`}
          placeholder={t`What they are here`}
          allowDeselect={false}
          data={
            only === undefined
              ? [
                  { group: t`Services team`, items: roleChoices(teamRoles) },
                  { group: t`Of a customer`, items: roleChoices(customerRoles) },
                ]
              : roleChoices(entrustedRoles)
          }
          {...form.getInputProps("role")}
        />
        {only === undefined && ofCustomer(role) ? (
          <Select
            label={t`Account`}
            searchable
            data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("account")}
          />
        ) : null}
        <FormFoot submit={t`Invite`} busy={invite.isPending} error={invite.error} />
      </Stack>
    </form>
  );
}
