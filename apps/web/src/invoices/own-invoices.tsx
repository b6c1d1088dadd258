import { plural, t } from "@lingui/core/macro";
import { SegmentedControl } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { CreditTab } from "../credits/credit-tab.tsx";
import { StoppedWork } from "../customer-home/stopped-work.tsx";
import { formatMoney } from "../figures/money-text.ts";
import { Page } from "../page/page.tsx";
import { StandingBadge } from "../standing/standing-badge.tsx";
import { StatementTab } from "../statement/statement-tab.tsx";
import { InvoiceTab } from "./invoice-tab.tsx";

const route = getRouteApi("/_app/invoices/");

/** What a customer owes and paid: the invoices, what was taken off them, and the statement. */
export function OwnInvoices({ account }: { readonly account: string }) {
  const { show = "invoices" } = route.useSearch();
  const navigate = route.useNavigate();
  const { currency } = useSession().practice;
  const owed = useSuspenseQuery(useApi().account.standing.queryOptions({ account })).data;
  const { standing, openInvoices } = owed;
  const open = openInvoices.reduce((sum, { balance }) => sum + balance, 0);
  const money = formatMoney(open, currency);
  const parts = [
    { value: "invoices", label: t`Invoices` },
    { value: "credits", label: t`Payments, credits` },
    { value: "statement", label: t`Statement` },
  ];
  return (
    <Page
      title={t`Invoices`}
      beside={<StandingBadge standing={standing} />}
      answer={
        openInvoices.length === 0
          ? t`Nothing is open.`
          : t`${money} is open on ${plural(openInvoices.length, { one: "# invoice", other: "# invoices" })}, due on receipt.`
      }
    >
      <StoppedWork standing={owed} currency={currency} />
      <SegmentedControl
        aria-label={t`What to see`}
        maw={520}
        data={parts}
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
