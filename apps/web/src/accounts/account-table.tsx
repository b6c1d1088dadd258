import { decimalOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { AccountRow, Overview } from "../api/answers.ts";
import type { Column, SortText } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StandingBadge } from "../standing/standing-badge.tsx";

/** Every account with what matters about it today. */
export function AccountTable({
  accounts,
  currency,
  sort,
  totals,
}: {
  readonly accounts: readonly AccountRow[];
  readonly currency: string;
  readonly sort: SortText;
  readonly totals?: Overview["figures"];
}) {
  return (
    <DataTable
      label={t`Accounts`}
      rows={accounts}
      columns={columnsFor(currency, totals)}
      rowKey={({ id }) => id}
      sort={sort}
      fileName="accounts"
      empty={
        <Empty title={t`No accounts yet`} next={t`Open the first account; then log time on it or sell it hours.`}>
          <ButtonLink to="/accounts" search={{ ask: "account" }}>
            <Trans>Open an account</Trans>
          </ButtonLink>
        </Empty>
      }
    />
  );
}

type Figure = "openBalance" | "pastDueBalance";

function columnsFor(currency: string, totals: Overview["figures"] | undefined): readonly Column<AccountRow>[] {
  const money = (id: string, label: string, figure: Figure): Column<AccountRow> => ({
    id,
    label,
    figures: true,
    show: (account) => (account[figure] === 0 ? null : <Money amount={account[figure]} currency={currency} />),
    value: (account) => account[figure],
    csv: (account) => decimalOf(account[figure], currency),
    ...(totals === undefined ? {} : { total: () => <Money amount={totals[figure]} currency={currency} /> }),
  });
  const minutes = (id: string, label: string, figure: "remainingMinutes" | "openMinutes"): Column<AccountRow> => ({
    id,
    label,
    figures: true,
    show: (account) => (account[figure] === 0 ? null : <Duration minutes={account[figure]} />),
    value: (account) => account[figure],
    ...(totals === undefined ? {} : { total: () => <Duration minutes={totals[figure]} /> }),
  });
  return [
    {
      id: "name",
      label: t`Account`,
      show: ({ id, name }) => (
        <TextLink to="/accounts/$id" params={{ id }} fw={550} c="var(--mantine-color-text)">
          {name}
        </TextLink>
      ),
      value: ({ name }) => name,
    },
    {
      id: "standing",
      label: t`Standing`,
      beside: true,
      show: ({ standing }) => <StandingBadge standing={standing} />,
      value: ({ standing }) => standing,
    },
    minutes("left", t`Hours left`, "remainingMinutes"),
    minutes("unbilled", t`Unbilled`, "openMinutes"),
    money("open", t`Open invoices`, "openBalance"),
    money("overdue", t`Overdue`, "pastDueBalance"),
  ];
}
