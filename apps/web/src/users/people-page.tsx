import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Select, Text } from "@mantine/core";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { UserTable } from "./user-table.tsx";

const UserDialogs = lazy(async () => ({ default: (await import("./user-dialogs.tsx")).UserDialogs }));

const route = getRouteApi("/_app/people");

/** Who may sign in, to do what: our team, and the people of each account. */
export function PeoplePage() {
  const { account, ask, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const accounts = useAccounts();
  const manages = useMay("token.create");
  const query = useSuspenseInfiniteQuery(
    useApi().user.list.infiniteQueryOptions({ limit: 500 }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const users = query.data.pages.flatMap(({ items }) => items);
  const team = users.filter((user) => user.account === null);
  const customers = users.filter((user) => user.account !== null);
  const invited = users.filter(({ state }) => state === "invited").length;
  const mayManage = () => manages;
  return (
    <Page
      title={t`People`}
      answer={answer(team.length, customers.length, invited)}
      actions={
        manages ? (
          <>
            <ButtonLink to="/messages" search={{ kind: "invitation" }} variant="default">
              <Trans>Invitations sent</Trans>
            </ButtonLink>
            <AskLink ask="invite" variant="filled">
              <Trans>Invite somebody</Trans>
            </AskLink>
          </>
        ) : null
      }
    >
      <Section title={t`Services team`} flush>
        <UserTable
          label={t`Services team`}
          users={team}
          sort={sort}
          mayManage={mayManage}
          empty={<Empty title={t`Nobody yet`} next={t`An admin invites the team.`} />}
        />
      </Section>
      <Section
        title={t`People of customers`}
        note={
          <Text size="sm" inherit>
            <Trans>Program managers invite the others of their account.</Trans>
          </Text>
        }
        flush
        actions={
          <Select
            aria-label={t`Account`}
            size="xs"
            placeholder={t`Every account`}
            searchable
            clearable
            data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            value={account ?? null}
            onChange={(next) =>
              navigate({ search: (old) => ({ ...old, account: next ?? undefined }), replace: true, resetScroll: false })
            }
          />
        }
      >
        <UserTable
          label={t`People of customers`}
          users={account === undefined ? customers : customers.filter((user) => user.account === account)}
          of="accounts"
          sort={sort}
          mayManage={mayManage}
          more={query}
          empty={
            <Empty
              title={account === undefined ? t`No customer signs in yet` : t`Nobody of this customer signs in yet`}
              next={t`Invite their program manager: they approve, and invite their own people.`}
            />
          }
        />
      </Section>
      <Suspense fallback={null}>{ask === undefined || !manages ? null : <UserDialogs users={users} />}</Suspense>
    </Page>
  );
}

const answer = (team: number, customers: number, invited: number): string =>
  invited === 0
    ? t`${team} of the services team and ${customers} of customers.`
    : t`${team} of the services team and ${customers} of customers; ${plural(invited, { one: "# has", other: "# have" })} not come yet.`;
