import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { AccountTable } from "./account-table.tsx";
import { OpenAccount } from "./open-account.tsx";

const route = getRouteApi("/_app/accounts/");

/** The customers of the practice. */
export function AccountsPage() {
  const { ask, find = "", sort } = route.useSearch();
  const navigate = route.useNavigate();
  const { practice } = useSession();
  const accounts = useSuspenseQuery(useApi().account.list.queryOptions({ limit: 500 })).data.items;
  const search = useDebouncedCallback(
    (text: string) => navigate({ search: (old) => ({ ...old, find: text || undefined }), replace: true }),
    200,
  );
  const found = accounts.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(find.toLowerCase()));
  const stopped = accounts.filter(({ standing }) => standing === "stopped").length;
  return (
    <Page
      title={t`Accounts`}
      answer={answerOf(accounts.length, stopped)}
      actions={
        <AskLink ask="account" variant="filled">
          <Trans>Open an account</Trans>
        </AskLink>
      }
    >
      <Section
        title={t`All accounts`}
        flush
        actions={
          <TextInput
            aria-label={t`Find an account`}
            placeholder={t`Find`}
            size="xs"
            leftSection={<IconSearch size={14} aria-hidden />}
            defaultValue={find}
            onChange={(event) => search(event.currentTarget.value)}
          />
        }
      >
        <AccountTable accounts={found} currency={practice.currency} sort={sort} />
      </Section>
      <AskDialog does="account.open" open={ask === "account"} title={t`Open an account`}>
        <OpenAccount />
      </AskDialog>
    </Page>
  );
}

const answerOf = (accounts: number, stopped: number): string =>
  accounts === 0
    ? t`No account yet.`
    : stopped === 0
      ? t`${plural(accounts, { one: "# account", other: "# accounts" })}, all in good standing.`
      : t`${plural(accounts, { one: "# account", other: "# accounts" })}, ${stopped} with work stopped.`;
