import type { Standing } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { Money } from "../figures/money.tsx";
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
    <Section title="Open invoices" flush>
      <DataTable<OpenInvoice>
        label="Open invoices"
        rows={standing.openInvoices}
        rowKey={({ number }) => number}
        sort="fixed"
        empty={<Empty title="Nothing to pay" next="Invoices show up here from their issue until they are paid." />}
        columns={[
          {
            id: "number",
            label: "Invoice",
            show: ({ number }) => (
              <TextLink to="/invoices/$number" params={{ number }} fw={550}>
                {number}
              </TextLink>
            ),
          },
          { id: "state", label: "State", show: (invoice) => <Lateness invoice={invoice} /> },
          {
            id: "balance",
            label: "To pay",
            figures: true,
            beside: true,
            show: ({ balance }) => <Money amount={balance} currency={currency} />,
          },
          {
            id: "pay",
            label: "",
            figures: true,
            show: ({ number }) => (
              <AskLink ask="payment" with={{ invoice: number }} size="compact-xs" variant="light">
                Record payment
              </AskLink>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Lateness({ invoice: { suspended, pastDueDays } }: { readonly invoice: OpenInvoice }) {
  if (suspended) return <StateBadge tone="quiet">Suspended</StateBadge>;
  return pastDueDays === 0 ? (
    <StateBadge tone="soon">Due today</StateBadge>
  ) : (
    <StateBadge tone="late">{lateBy(pastDueDays)}</StateBadge>
  );
}
