import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { entrustedRoles } from "./role-words.ts";
import { UserTable } from "./user-table.tsx";
import { PeopleSearch } from "./users-search.ts";

const UserDialogs = lazy(async () => ({ default: (await import("./user-dialogs.tsx")).UserDialogs }));

/**
 * Who of an account signs in, for its program manager, who invites them, and for the team. Asks through the address of
 * the page it stands on, which knows `userAsks` and `user`.
 */
export function AccountUsers({ account }: { readonly account: string }) {
  const { role } = useSession();
  const { ask } = PeopleSearch.parse(useSearch({ strict: false }));
  const { items } = useSuspenseQuery(useApi().user.list.queryOptions({ account, limit: 500 })).data;
  const invites = role === "admin" || role === "program-manager";
  const manages = (of: string) =>
    role === "admin" || (role === "program-manager" && entrustedRoles.some((each) => each === of));
  return (
    <Section
      title={t`Who signs in`}
      note={t`The program manager invites project managers and team members.`}
      flush
      actions={
        invites ? (
          <AskLink ask="invite">
            <Trans>Invite somebody</Trans>
          </AskLink>
        ) : null
      }
    >
      <UserTable
        label={t`Who signs in`}
        users={items}
        sort="name"
        mayManage={(user) => manages(user.role)}
        empty={<Empty title={t`Nobody signs in yet`} next={t`Invite whoever works with us on this account.`} />}
      />
      <Suspense fallback={null}>
        {ask === undefined || !invites ? null : <UserDialogs users={items} account={account} />}
      </Suspense>
    </Section>
  );
}
