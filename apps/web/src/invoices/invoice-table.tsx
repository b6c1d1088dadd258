import { decimalOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { InvoiceRow } from "../api/answers.ts";
import type { Column, SortText } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import type { ListQuery } from "../data-table/list-query.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { PeriodLabel } from "../figures/period-label.tsx";
import { Empty } from "../page/empty.tsx";
import { TextLink } from "../page/text-link.tsx";
import { InvoiceStatus } from "../standing/invoice-status.tsx";
import { invoiceKindName } from "./invoice-words.ts";
import { periodText } from "./period-text.ts";

/** Invoices, newest first unless sorted. */
export function InvoiceTable({
  invoices,
  accountName,
  sort,
  fileName,
  more,
}: {
  readonly invoices: readonly InvoiceRow[];
  /** Given where invoices of several accounts stand together. */
  readonly accountName?: (id: string) => string;
  readonly sort: SortText;
  readonly fileName: string;
  readonly more: ListQuery;
}) {
  return (
    <DataTable
      label={t`Invoices`}
      rows={invoices}
      columns={[numberColumn(), ...(accountName === undefined ? [] : [accountColumn(accountName)]), ...otherColumns()]}
      rowKey={(invoice) => invoice.number}
      sort={sort}
      fileName={fileName}
      empty={
        <Empty
          title={t`No invoices here`}
          next={t`They are issued every two weeks for work that nothing covers, and at once for pre-paid hours.`}
        />
      }
      more={more}
    />
  );
}

const accountColumn = (nameOf: (id: string) => string): Column<InvoiceRow> => ({
  id: "account",
  label: t`Account`,
  show: (invoice) => (
    <TextLink to="/accounts/$id" params={{ id: invoice.account }} c="inherit">
      {nameOf(invoice.account)}
    </TextLink>
  ),
  value: (invoice) => nameOf(invoice.account),
});

const numberColumn = (): Column<InvoiceRow> => ({
  id: "number",
  label: t`Invoice`,
  show: (invoice) => (
    <TextLink to="/invoices/$number" params={{ number: invoice.number }} fw={550}>
      {invoice.number}
    </TextLink>
  ),
  value: (invoice) => invoice.number,
});

const otherColumns = (): readonly Column<InvoiceRow>[] => [
  {
    id: "issued",
    label: t`Issued`,
    show: ({ issuedOn }) => <DayLabel day={issuedOn} />,
    value: ({ issuedOn }) => issuedOn,
  },
  {
    id: "for",
    label: t`For`,
    wide: true,
    show: ({ kind, period }) => (
      <>
        {invoiceKindName(kind)}
        {period === null ? null : (
          <>
            {", "}
            <PeriodLabel period={period} />
          </>
        )}
      </>
    ),
    csv: ({ kind, period }) => (period === null ? kind : `${kind} ${periodText(period)}`),
  },
  {
    id: "status",
    label: t`Status`,
    show: ({ status }) => <InvoiceStatus status={status} />,
    value: ({ status }) => status,
  },
  {
    id: "total",
    label: t`Total`,
    figures: true,
    beside: true,
    show: ({ total, currency }) => <Money amount={total} currency={currency} />,
    value: ({ total }) => total,
    csv: ({ total, currency }) => decimalOf(total, currency),
  },
  {
    id: "balance",
    label: t`To pay`,
    figures: true,
    show: ({ balance, currency }) => (balance === 0 ? null : <Money amount={balance} currency={currency} />),
    value: ({ balance }) => balance,
    csv: ({ balance, currency }) => decimalOf(balance, currency),
  },
];
