import { SegmentedControl } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { CreditTab } from "../credits/credit-tab.tsx";
import { formatMoney } from "../figures/money-text.ts";
import { Page } from "../page/page.tsx";
import { StandingBadge } from "../standing/standing-badge.tsx";
import { StatementTab } from "../statement/statement-tab.tsx";
import { InvoiceTab } from "./invoice-tab.tsx";

const route = getRouteApi("/_app/invoices/");

const parts = { invoices: "Invoices", credits: "Payments, credits", statement: "Statement" } as const;

/** What a customer owes and paid: the invoices, what was taken off them, and the statement. */
export function OwnInvoices({ account }: { readonly account: string }) {
  const { show = "invoices" } = route.useSearch();
  const navigate = route.useNavigate();
  const { currency } = useSession().practice;
  const { standing, openInvoices } = useSuspenseQuery(useApi().account.standing.queryOptions({ account })).data;
  const open = openInvoices.reduce((sum, { balance }) => sum + balance, 0);
  return (
    <Page
      title="Invoices"
      beside={<StandingBadge standing={standing} />}
      answer={
        openInvoices.length === 0
          ? "Nothing is open."
          : `${formatMoney(open, currency)} is open on ${openInvoices.length} ${openInvoices.length === 1 ? "invoice" : "invoices"}, due on receipt.`
      }
    >
      <SegmentedControl
        aria-label="What to see"
        maw={520}
        data={Object.entries(parts).map(([value, label]) => ({ value, label }))}
        value={show}
        onChange={(value) =>
          navigate({
            search: value === "credits" || value === "statement" ? { show: value } : {},
            resetScroll: false,
          })
        }
      />
      {show === "credits" ? (
        <CreditTab account={account} />
      ) : show === "statement" ? (
        <StatementTab account={account} />
      ) : (
        <InvoiceTab account={account} />
      )}
    </Page>
  );
}
