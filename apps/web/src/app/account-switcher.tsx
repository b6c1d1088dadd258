import { t } from "@lingui/core/macro";
import { Select } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useAccounts } from "../api/accounts.ts";

/** Which account one looks at, and the way to another; it is put up to be used at once. */
export function AccountSwitcher() {
  const navigate = useNavigate();
  const { id = null } = useParams({ strict: false });
  const accounts = useAccounts();
  return (
    <Select
      aria-label={t`Account`}
      placeholder={t`All accounts`}
      size="xs"
      w={220}
      searchable
      autoFocus
      defaultDropdownOpened
      clearable={false}
      nothingFoundMessage={t`No account of that name`}
      data={accounts.map(({ id: value, name }) => ({ value, label: name }))}
      value={id}
      onChange={(account) => account !== null && navigate({ to: "/accounts/$id", params: { id: account } })}
    />
  );
}
