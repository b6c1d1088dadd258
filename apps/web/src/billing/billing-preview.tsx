import { decimalOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Plural } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAccountName } from "../api/accounts.ts";
import type { Draft } from "../api/answers.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { PeriodLabel } from "../figures/period-label.tsx";
import { sum } from "../figures/sum.ts";
import { invoiceKindName } from "../invoices/invoice-words.ts";
import { periodText } from "../invoices/period-text.ts";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import classes from "./billing-preview.module.css";
import { ChangeBadge } from "./change-badge.tsx";
import { compareDrafts, type PreviewRow } from "./compare-drafts.ts";
import { CoveredPeriods } from "./covered-periods.tsx";
import { runParts } from "./run-parts.ts";

const route = getRouteApi("/_app/billing");

/** What would be issued, document by document, and where the minutes of the closed periods go. */
export function BillingPreview({
  draft,
  before,
  through,
  actions,
}: {
  readonly draft: Draft;
  /** The preview that was outdated by a change of the books. */
  readonly before: Draft | null;
  readonly through: string;
  readonly actions: ReactNode;
}) {
  const { sort } = route.useSearch();
  const nameOf = useAccountName();
  const rows = compareDrafts(draft, before);
  return (
    <>
      <Section
        title={t`Preview`}
        flush
        note={draft.invoices.length === 0 ? undefined : t`nothing is issued yet; numbers are given at issue`}
        actions={actions}
      >
        <DataTable
          label={t`Preview`}
          rows={rows}
          columns={columnsFor(nameOf, before !== null)}
          rowKey={({ key }) => key}
          sort={sort}
          fileName={`billing-preview-${through}`}
          empty={
            <Empty
              title={t`Nothing to issue`}
              next={
                draft.closedPeriods === 0
                  ? t`No pre-paid month has begun and no period with billable work has ended by this day.`
                  : t`No pre-paid month has begun, and none of the work of the periods that ended by this day is to be invoiced.`
              }
            />
          }
        />
        <CoveredPeriods run={draft} fileName={`billing-preview-${through}-without-invoice`} />
      </Section>
      {draft.closedPeriods === 0 ? null : (
        <Section
          title={t`Where the time goes`}
          note={
            <>
              <Plural value={draft.closedPeriods} one="# period closed" other="# periods closed" />{" "}
              <ClauseLink id="INV-1" /> <ClauseLink id="ALW-5" />
            </>
          }
        >
          <CoverBar label={t`Minutes of the run`} parts={runParts(draft)} />
        </Section>
      )}
    </>
  );
}

function columnsFor(nameOf: (id: string) => string, compared: boolean): readonly Column<PreviewRow>[] {
  const amounts = (rows: readonly PreviewRow[]) => sum(rows.filter(({ gone }) => !gone).map(({ total }) => total));
  return [
    {
      id: "account",
      label: t`Account`,
      show: ({ account }) => (
        <TextLink
          to="/accounts/$id"
          params={{ id: account }}
          c="var(--mantine-color-text)"
          fw={550}
          className={classes.account ?? ""}
        >
          {nameOf(account)}
        </TextLink>
      ),
      value: ({ account }) => nameOf(account),
    },
    { id: "kind", label: t`For`, show: ({ kind }) => invoiceKindName(kind), value: ({ kind }) => kind },
    {
      id: "period",
      label: t`Period`,
      show: ({ period }) =>
        period === null ? (
          "–"
        ) : (
          <span className={classes.period}>
            <PeriodLabel period={period} />
          </span>
        ),
      value: ({ period }) => period?.start ?? "",
      csv: ({ period }) => (period === null ? "" : periodText(period)),
    },
    {
      id: "minutes",
      label: t`Time`,
      figures: true,
      show: ({ minutes }) => <Duration minutes={minutes} />,
      value: ({ minutes }) => minutes,
    },
    {
      id: "deposit",
      label: t`By deposit`,
      figures: true,
      show: ({ covered: { deposit } }) => (deposit === 0 ? null : <Duration minutes={deposit} />),
      value: ({ covered: { deposit } }) => deposit,
    },
    {
      id: "allowance",
      label: t`By allowance`,
      figures: true,
      show: ({ covered: { allowance } }) => (allowance === 0 ? null : <Duration minutes={allowance} />),
      value: ({ covered: { allowance } }) => allowance,
    },
    {
      id: "premium",
      label: t`Premium`,
      figures: true,
      show: ({ premium, currency }) => (premium === 0 ? null : <Money amount={premium} currency={currency} />),
      value: ({ premium }) => premium,
      csv: ({ premium, currency }) => decimalOf(premium, currency),
    },
    ...(compared
      ? [{ id: "change", label: t`Since your preview`, show: (row: PreviewRow) => <ChangeBadge row={row} /> }]
      : []),
    {
      id: "total",
      label: t`Amount`,
      figures: true,
      beside: true,
      show: ({ total, currency, gone }) =>
        gone ? (
          <Text span inherit td="line-through" c="dimmed">
            <Money amount={total} currency={currency} />
          </Text>
        ) : (
          <Money amount={total} currency={currency} />
        ),
      value: ({ total }) => total,
      // What is gone is not in the total either.
      csv: ({ total, currency, gone }) => (gone ? "" : decimalOf(total, currency)),
      total: (rows) => <Money amount={amounts(rows)} currency={rows[0]?.currency ?? "USD"} />,
    },
  ];
}
