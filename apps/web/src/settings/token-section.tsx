import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useAccountName } from "../api/accounts.ts";
import type { Token } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { tell } from "../page/tell.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import { roleInSentence, roleName } from "../users/role-words.ts";

const route = getRouteApi("/_app/settings");

/** What programs sign in with. A revoked token stays in the list: the journal names it. */
export function TokenSection() {
  const { sort } = route.useSearch();
  const { today } = useSession();
  const nameOf = useAccountName();
  const api = useApi();
  const tokens = useSuspenseQuery(api.token.list.queryOptions()).data.items;
  const revoke = useMutation(
    api.token.revoke.mutationOptions({ onSuccess: () => void tell(t`Revoked. It opens nothing any more.`) }),
  );
  return (
    <Section
      title={t`API tokens`}
      note={t`For scripts and the command line. Give each program its own: the journal names it.`}
      flush
      actions={
        <AskLink ask="token">
          <Trans>New token</Trans>
        </AskLink>
      }
    >
      <RefusalNote error={revoke.error} />
      <DataTable<Token>
        label={t`API tokens`}
        rows={tokens}
        rowKey={({ id }) => id}
        sort={sort}
        fileName="tokens"
        empty={
          <Empty title={t`No tokens`} next={t`Make one, and set it as CIMPRO_TOKEN where the command line runs.`} />
        }
        columns={[
          { id: "name", label: t`Name`, show: ({ name }) => name, value: ({ name }) => name },
          {
            id: "role",
            label: t`May do`,
            show: ({ role, account, readOnly }) => mayWords(role, account === null ? null : nameOf(account), readOnly),
            value: ({ role, account }) => `${role} ${account ?? ""}`,
          },
          {
            id: "created",
            label: t`Made`,
            show: ({ createdAt }) => <DayLabel day={createdAt.slice(0, 10)} />,
            value: ({ createdAt }) => createdAt,
          },
          {
            id: "expires",
            label: t`Until`,
            show: ({ expiresAt }) => (expiresAt === null ? "revoked" : <DayLabel day={expiresAt.slice(0, 10)} />),
            value: ({ expiresAt }) => expiresAt ?? "9999",
          },
          { id: "state", label: t`State`, beside: true, show: (token) => <TokenState token={token} today={today} /> },
          {
            id: "revoke",
            label: "",
            show: ({ id, name, revokedAt }) =>
              revokedAt === null ? (
                <Button
                  size="xs"
                  variant="default"
                  loading={revoke.isPending && revoke.variables.id === id}
                  onClick={() => revoke.mutate({ id })}
                  aria-label={t`Revoke ${name}`}
                >
                  <Trans>Revoke</Trans>
                </Button>
              ) : null,
          },
        ]}
        after={
          tokens.length === 0 ? null : (
            <Text size="sm" c="dimmed">
              <Trans>A secret is shown once, when its token is made.</Trans>
            </Text>
          )
        }
      />
    </Section>
  );
}

/** `Coordinator`, `Read as project manager of Acme Tools`. */
function mayWords(role: string, account: string | null, readOnly: boolean): string {
  const [alone, inSentence] = [roleName(role), roleInSentence(role)];
  if (account === null) return readOnly ? t`Read as ${inSentence}` : alone;
  return readOnly ? t`Read as ${inSentence} of ${account}` : t`${alone} of ${account}`;
}

function TokenState({ token, today }: { readonly token: Token; readonly today: string }) {
  if (token.revokedAt !== null)
    return (
      <StateBadge tone="quiet">
        <Trans>Revoked</Trans>
      </StateBadge>
    );
  if (token.expiresAt !== null && token.expiresAt.slice(0, 10) < today)
    return (
      <StateBadge tone="quiet">
        <Trans>Expired</Trans>
      </StateBadge>
    );
  return (
    <StateBadge tone="good">
      <Trans>Good</Trans>
    </StateBadge>
  );
}
