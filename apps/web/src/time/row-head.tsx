import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { SheetRow } from "./week.ts";

/** What a row is for; a stopped account says so, and the badge leads to what restarts it. */
export function RowHead({ row }: { readonly row: SheetRow }) {
  const account = useAccounts().find(({ id }) => id === row.account);
  const deliverables =
    useQuery(useApi().deliverable.list.queryOptions({ account: row.account, limit: 500 })).data?.items ?? [];
  const mayRecord = useMay("payment.record");
  const name = deliverables.find(({ id }) => id === row.deliverable)?.name ?? row.deliverable;
  return (
    <>
      <TextLink to="/accounts/$id" params={{ id: row.account }} c="var(--mantine-color-text)" fw={550}>
        {account?.name ?? row.account}
      </TextLink>
      <Text size="xs" c="dimmed">
        {name ?? t`general work`}
      </Text>
      {account?.standing === "stopped" && account.stoppedSince !== undefined ? (
        <TextLink to="/accounts/$id" params={{ id: row.account }} search={mayRecord ? { ask: "payment" } : {}}>
          <StateBadge tone="late" stop>
            <Trans>
              stopped since <DayLabel day={account.stoppedSince} />
            </Trans>
          </StateBadge>
        </TextLink>
      ) : null}
    </>
  );
}
