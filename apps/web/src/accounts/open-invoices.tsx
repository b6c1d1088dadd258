import { decimalOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Standing } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { Money } from "../figures/money.tsx";
import { sum } from "../figures/sum.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { lateBy } from "./explain-account.ts";

type OpenInvoice = Standing["openInvoices"][number];

/** What is to be paid, and the way to say that it was. */
export function OpenInvoices({ standing }: { readonly standing: Standing }) {
  const { currency } = useSession().practice;
  return (
    <Section title={t`Open invoices`} flush>
      <DataTable<OpenInvoice>
        label={t`Open invoices`}
        rows={standing.openInvoices}
        rowKey={({ number }) => number}
        sort="fixed"
        fileName="open-invoices"
        empty={
          <Empty title={t`Nothing to pay`} next={t`Invoices show up here from their issue until they are paid.`} />
        }
        columns={[
          {
            id: "number",
            label: t`Invoice`,
            show: ({ number }) => (
              <TextLink to="/invoices/$number" params={{ number }} fw={550}>
                {number}
              </TextLink>
            ),
            csv: ({ number }) => number,
          },
          {
            id: "state",
            label: t`State`,
            show: (invoice) => <Lateness invoice={invoice} />,
            csv: ({ suspended, pastDueDays }) => stateWords(suspended, pastDueDays),
          },
          {
            id: "balance",
            label: t`To pay`,
            figures: true,
            beside: true,
            show: ({ balance }) => <Money amount={balance} currency={currency} />,
            csv: ({ balance }) => decimalOf(balance, currency),
            total: (rows) => <Money amount={sum(rows.map(({ balance }) => balance))} currency={currency} />,
          },
          {
            id: "pay",
            label: "",
            figures: true,
            show: ({ number }) => (
              <AskLink ask="payment" with={{ invoice: number }} size="compact-xs" variant="light">
                <Trans>Record payment</Trans>
              </AskLink>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** The state of an open invoice, for an export. */
function stateWords(suspended: boolean, pastDueDays: number): string {
  if (suspended) return t`Suspended`;
  return pastDueDays === 0 ? t`Due today` : lateBy(pastDueDays);
}

function Lateness({ invoice: { suspended, pastDueDays } }: { readonly invoice: OpenInvoice }) {
  if (suspended)
    return (
      <StateBadge tone="quiet">
        <Trans>Suspended</Trans>
      </StateBadge>
    );
  return pastDueDays === 0 ? (
    <StateBadge tone="soon">
      <Trans>Due today</Trans>
    </StateBadge>
  ) : (
    <StateBadge tone="late">{lateBy(pastDueDays)}</StateBadge>
  );
}
