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
      title="Accounts"
      answer={`${accounts.length} ${accounts.length === 1 ? "account" : "accounts"}, ${stopped === 0 ? "all in good standing" : `${stopped} with work stopped`}.`}
      actions={
        <AskLink ask="account" variant="filled">
          Open an account
        </AskLink>
      }
    >
      <Section
        title="All accounts"
        flush
        actions={
          <TextInput
            aria-label="Find an account"
            placeholder="Find"
            size="xs"
            leftSection={<IconSearch size={14} aria-hidden />}
            defaultValue={find}
            onChange={(event) => search(event.currentTarget.value)}
          />
        }
      >
        <AccountTable accounts={found} currency={practice.currency} sort={sort} />
      </Section>
      <AskDialog open={ask === "account"} title="Open an account">
        <OpenAccount />
      </AskDialog>
    </Page>
  );
}
