import { decimalOf } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { useAccountName } from "../api/accounts.ts";
import type { DraftedInvoice, RunAnswer } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";
import { DataTable } from "../data-table/data-table.tsx";
import { formatDay } from "../figures/day-text.ts";
import { Money } from "../figures/money.tsx";
import { PeriodLabel } from "../figures/period-label.tsx";
import { sum } from "../figures/sum.ts";
import { invoiceKindName } from "../invoices/invoice-words.ts";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { runParts } from "./run-parts.ts";

/** What the run issued, with the way to each document. */
export function RunResult({ run, through }: { readonly run: RunAnswer; readonly through: string }) {
  const nameOf = useAccountName();
  const today = useToday();
  const { invoices, closedPeriods } = run;
  const lastDay = formatDay(through, today);
  return (
    <Section
      title={plural(invoices.length, { one: "# invoice issued", other: "# invoices issued" })}
      note={t`through ${lastDay}; ${plural(closedPeriods, { one: "# period", other: "# periods" })} closed`}
      flush
    >
      <DataTable<DraftedInvoice>
        label={t`Issued invoices`}
        rows={invoices}
        rowKey={({ number, account, period }) => number ?? `${account} ${period?.start ?? ""}`}
        sort="fixed"
        fileName={`billing-run-${through}`}
        empty={<Empty title={t`Nothing had to be issued`} next={t`All work of the closed periods was covered.`} />}
        columns={[
          {
            id: "number",
            label: t`Invoice`,
            show: ({ number }) =>
              number === null ? (
                "–"
              ) : (
                <TextLink to="/invoices/$number" params={{ number }} fw={550}>
                  {number}
                </TextLink>
              ),
            value: ({ number }) => number ?? "",
          },
          {
            id: "account",
            label: t`Account`,
            show: ({ account }) => nameOf(account),
            value: ({ account }) => nameOf(account),
          },
          { id: "kind", label: t`For`, show: ({ kind }) => invoiceKindName(kind), value: ({ kind }) => kind },
          {
            id: "period",
            label: t`Period`,
            show: ({ period }) => (period === null ? "–" : <PeriodLabel period={period} />),
          },
          {
            id: "total",
            label: t`Amount`,
            figures: true,
            beside: true,
            show: ({ total, currency }) => <Money amount={total} currency={currency} />,
            csv: ({ total, currency }) => decimalOf(total, currency),
            total: (rows) => (
              <Money amount={sum(rows.map(({ total }) => total))} currency={rows[0]?.currency ?? "USD"} />
            ),
          },
        ]}
      />
      <div style={{ padding: "var(--mantine-spacing-md) var(--mantine-spacing-md) 0" }}>
        <CoverBar label={t`Minutes of the run`} parts={runParts(run)} />
      </div>
    </Section>
  );
}
