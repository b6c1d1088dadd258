import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { CopyField } from "../forms/copy-field.tsx";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { customerRoles, type RoleName, roleChoices, teamRoles } from "../users/role-words.ts";

interface TokenForm {
  readonly name: string;
  readonly role: RoleName;
  readonly account: string | null;
  readonly readOnly: boolean;
  readonly expiresOn: string | null;
}

const ofCustomer = (role: RoleName): boolean => customerRoles.some((each) => each === role);

/** A token for a program; its secret is shown once. */
export function CreateToken() {
  const close = useDropAsk();
  const accounts = useAccounts();
  const form = useForm<TokenForm>({
    initialValues: { name: "", role: "coordinator", account: null, readOnly: false, expiresOn: null },
    validate: {
      name: missing,
      account: (account, { role }) => (ofCustomer(role) && account === null ? t`choose an account` : null),
    },
  });
  const create = useMutation(
    useApi().token.create.mutationOptions({ gcTime: 0, onError: (error) => form.setErrors(faultsOf(error)) }),
  );
  if (create.data !== undefined) {
    const { name, token } = create.data;
    return (
      <Stack gap="sm">
        <Text size="sm" role="status">
          <Trans>{name} is made. Copy the token now: it is shown only this once.</Trans>
        </Text>
        <CopyField label={t`Token`} text={token} />
        <Group justify="flex-end">
          <Button onClick={close}>
            <Trans>I have copied it</Trans>
          </Button>
        </Group>
      </Stack>
    );
  }
  const customer = ofCustomer(form.values.role);
  return (
    <form
      onSubmit={form.onSubmit(({ name, role, account, readOnly, expiresOn }) =>
        create.mutate({
          ...{ name, role, readOnly },
          ...(customer && account !== null ? { account } : {}),
          ...(expiresOn === null ? {} : { expiresOn }),
        }),
      )}
    >
      <Stack gap="sm">
        <TextInput
          label={t`Name`}
          description={t`The program it is for; the journal shows it.`}
          placeholder="nightly-import"
          data-autofocus
          {...form.getInputProps("name")}
        />
        <Select
          label={t`Role`}
          allowDeselect={false}
          data={[
            { group: t`Services team`, items: roleChoices(teamRoles) },
            { group: t`Of a customer`, items: roleChoices(customerRoles) },
          ]}
          {...form.getInputProps("role")}
        />
        {customer ? (
          <Select
            label={t`Account`}
            searchable
            data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("account")}
          />
        ) : null}
        <Checkbox
          label={t`Only for reading`}
          description={t`It may change nothing.`}
          {...form.getInputProps("readOnly", { type: "checkbox" })}
        />
        <DayField
          label={t`Last day`}
          description={t`Left empty, it is good until it is revoked.`}
          clearable
          {...form.getInputProps("expiresOn")}
        />
        <FormFoot submit={t`Make the token`} busy={create.isPending} error={create.error} />
      </Stack>
    </form>
  );
}
