import { decimalOf, lastDayOf } from "@cimpro/domain";
import type { ReactNode } from "react";
import type { InvoiceRow } from "../api/answers.ts";
import type { Column, SortText } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { PeriodLabel } from "../figures/period-label.tsx";
import { Empty } from "../page/empty.tsx";
import { TextLink } from "../page/text-link.tsx";
import { InvoiceStatus } from "../standing/invoice-status.tsx";
import { invoiceKinds } from "./invoice-words.ts";

/** Invoices, newest first unless sorted. */
export function InvoiceTable({
  invoices,
  accountName,
  sort,
  fileName,
  after,
}: {
  readonly invoices: readonly InvoiceRow[];
  /** Given where invoices of several accounts stand together. */
  readonly accountName?: (id: string) => string;
  readonly sort: SortText;
  readonly fileName: string;
  readonly after: ReactNode;
}) {
  return (
    <DataTable
      label="Invoices"
      rows={invoices}
      columns={[...number, ...(accountName === undefined ? [] : [account(accountName)]), ...rest]}
      rowKey={(invoice) => invoice.number}
      sort={sort}
      fileName={fileName}
      empty={
        <Empty
          title="No invoices here"
          next="They are issued every two weeks for work that nothing covers, and at once for pre-paid hours."
        />
      }
      after={after}
    />
  );
}

const account = (nameOf: (id: string) => string): Column<InvoiceRow> => ({
  id: "account",
  label: "Account",
  show: (invoice) => (
    <TextLink to="/accounts/$id" params={{ id: invoice.account }} c="inherit">
      {nameOf(invoice.account)}
    </TextLink>
  ),
  value: (invoice) => nameOf(invoice.account),
});

const number: readonly Column<InvoiceRow>[] = [
  {
    id: "number",
    label: "Invoice",
    show: (invoice) => (
      <TextLink to="/invoices/$number" params={{ number: invoice.number }} fw={550}>
        {invoice.number}
      </TextLink>
    ),
    value: (invoice) => invoice.number,
  },
];

const rest: readonly Column<InvoiceRow>[] = [
  {
    id: "issued",
    label: "Issued",
    show: ({ issuedOn }) => <DayLabel day={issuedOn} />,
    value: ({ issuedOn }) => issuedOn,
  },
  {
    id: "for",
    label: "For",
    wide: true,
    show: ({ kind, period }) => (
      <>
        {invoiceKinds[kind]}
        {period === null ? null : (
          <>
            {", "}
            <PeriodLabel period={period} />
          </>
        )}
      </>
    ),
    csv: ({ kind, period }) => (period === null ? kind : `${kind} ${period.start} to ${lastDayOf(period)}`),
  },
  {
    id: "status",
    label: "Status",
    show: ({ status }) => <InvoiceStatus status={status} />,
    value: ({ status }) => status,
  },
  {
    id: "total",
    label: "Total",
    figures: true,
    beside: true,
    show: ({ total, currency }) => <Money amount={total} currency={currency} />,
    value: ({ total }) => total,
    csv: ({ total, currency }) => decimalOf(total, currency),
  },
  {
    id: "balance",
    label: "To pay",
    figures: true,
    show: ({ balance, currency }) => (balance === 0 ? null : <Money amount={balance} currency={currency} />),
    value: ({ balance }) => balance,
    csv: ({ balance, currency }) => decimalOf(balance, currency),
  },
];
