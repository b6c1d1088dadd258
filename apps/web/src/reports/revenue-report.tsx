import { decimalOf } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Revenue } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { formatMonth } from "../figures/day-text.ts";
import { Money } from "../figures/money.tsx";
import { formatMoney } from "../figures/money-text.ts";
import { sum } from "../figures/sum.ts";
import { Empty } from "../page/empty.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { spanInput } from "./report-search.ts";

// Charts are the heaviest part of the dashboard; they come when one is shown.
const RevenueChart = lazy(async () => ({ default: (await import("./revenue-chart.tsx")).RevenueChart }));

const route = getRouteApi("/_app/reports");

type MonthRow = Revenue["months"][number];

/** What was invoiced, credited, and is left, month by month; the chart's table is below it. */
export function RevenueReport() {
  const search = route.useSearch();
  const asked = useQuery(useApi().report.revenue.queryOptions(spanInput(search)));
  if (asked.data === undefined)
    return asked.error === null ? <Skeleton h={420} /> : <RefusalNote error={asked.error} />;
  const { months, total } = asked.data;
  if (total.invoiced === 0 && total.credited === 0)
    return (
      <Section title={t`Revenue by month of issue`}>
        <Empty title={t`Nothing was invoiced in these months`} next={t`Choose other days, or run the billing.`} />
      </Section>
    );
  return (
    <Section title={t`Revenue by month of issue`} note={summaryOf(asked.data)} flush>
      <div style={{ paddingInline: "var(--mantine-spacing-md)", marginBottom: "var(--mantine-spacing-md)" }}>
        <Suspense fallback={<Skeleton h={290} />}>
          <RevenueChart revenue={asked.data} />
        </Suspense>
      </div>
      <DataTable
        label={t`Revenue by month of issue`}
        rows={months}
        columns={columnsFor(asked.data)}
        rowKey={({ month }) => month}
        sort={search.sort}
        fileName={`revenue-${asked.data.from}-${asked.data.to}`}
        empty={null}
      />
    </Section>
  );
}

function summaryOf({ months, total, currency }: Revenue): string {
  const best = months.toSorted((a, b) => b.net - a.net)[0];
  const money = (amount: number) => formatMoney(amount, currency);
  const [invoiced, credited, net] = [money(total.invoiced), money(total.credited), money(total.net)];
  const over = plural(months.length, { one: "# month", other: "# months" });
  if (best === undefined || months.length === 1)
    return t`${invoiced} invoiced, ${credited} credited: ${net} net in ${over}.`;
  const bestMonth = formatMonth(best.month);
  const most = money(best.net);
  return t`${invoiced} invoiced, ${credited} credited: ${net} net in ${over}, most in ${bestMonth} (${most}).`;
}

const amounts = () =>
  [
    { id: "labor", label: t`Labor` },
    { id: "premium", label: t`Premiums` },
    { id: "allowance", label: t`Pre-paid hours` },
    { id: "deposit", label: t`Deposits` },
    { id: "invoiced", label: t`Invoiced` },
    { id: "credited", label: t`Credited` },
    { id: "net", label: t`Net` },
  ] as const;

const credits = () =>
  [
    { kind: "labor", label: t`Labor credited` },
    { kind: "premium", label: t`Premiums credited` },
    { kind: "allowance", label: t`Pre-paid hours credited` },
    { kind: "deposit", label: t`Deposits credited` },
  ] as const;

/** Credits are told apart by kind where there are any of it. */
const columnsFor = ({ currency, total }: Pick<Revenue, "currency" | "total">): readonly Column<MonthRow>[] => [
  { id: "month", label: t`Month`, show: ({ month }) => formatMonth(month), value: ({ month }) => month },
  ...amounts().flatMap(({ id, label }): readonly Column<MonthRow>[] => {
    const column = amountColumn(id, label, currency, (row) => row[id]);
    if (id === "net") return [{ ...column, beside: true }];
    if (id !== "credited") return [column];
    const known = credits().filter(({ kind }) => total.credits[kind] !== 0);
    return [
      ...known.map(
        ({ kind, label: of }): Column<MonthRow> => ({
          ...amountColumn(`credited-${kind}`, of, currency, (row) => row.credits[kind]),
          wide: true,
        }),
      ),
      column,
    ];
  }),
];

const amountColumn = (
  id: string,
  label: string,
  currency: Revenue["currency"],
  amountOf: (row: MonthRow) => number,
): Column<MonthRow> => ({
  ...{ id, label, figures: true },
  show: (row) => <Money amount={amountOf(row)} currency={currency} />,
  value: amountOf,
  csv: (row) => decimalOf(amountOf(row), currency),
  total: (rows) => <Money amount={sum(rows.map(amountOf))} currency={currency} />,
});
