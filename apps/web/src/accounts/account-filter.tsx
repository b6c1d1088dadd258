import { t } from "@lingui/core/macro";
import { Select } from "@mantine/core";
import { useAccounts } from "../api/accounts.ts";

/** Narrows a list down to one account; the page keeps the choice in its address. */
export function AccountFilter({
  account,
  onChange,
}: {
  readonly account: string | undefined;
  readonly onChange: (account: string | undefined) => void;
}) {
  const accounts = useAccounts();
  return (
    <Select
      aria-label={t`Of which account`}
      placeholder={t`Every account`}
      searchable
      clearable
      w={190}
      data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
      value={account ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
