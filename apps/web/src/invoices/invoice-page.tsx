import { t } from "@lingui/core/macro";
import { Stack } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { InvoiceView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useOwnAccount, useToday } from "../api/session.ts";
import { formatMoney } from "../figures/money-text.ts";
import { Page } from "../page/page.tsx";
import { InvoiceStatus } from "../standing/invoice-status.tsx";
import { WhyDrawer } from "../why/why-drawer.tsx";
import { explainInvoice } from "./explain-invoice.ts";
import { InvoiceActions } from "./invoice-actions.tsx";
import { InvoiceDocument } from "./invoice-document.tsx";
import { invoiceInput } from "./invoice-search.ts";
import { InvoiceSettlement } from "./invoice-settlement.tsx";

const InvoiceDialogs = lazy(async () => ({ default: (await import("./invoice-dialogs.tsx")).InvoiceDialogs }));

const route = getRouteApi("/_app/invoices/$number");

/** One invoice as it was issued, and what has happened to it since. */
export function InvoicePage() {
  const { number } = route.useParams();
  const { why, ask } = route.useSearch();
  const api = useApi();
  const today = useToday();
  const own = useOwnAccount();
  const invoice = useSuspenseQuery(api.invoice.show.queryOptions(invoiceInput(number, own))).data;
  const deliverables =
    useQuery(api.deliverable.list.queryOptions({ account: invoice.account, limit: 500 })).data?.items ?? [];
  const names = new Map(deliverables.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return (
    <Page
      title={number}
      beside={<InvoiceStatus status={invoice.status} />}
      answer={answerOf(invoice, own !== null)}
      isDocument
      actions={<InvoiceActions invoice={invoice} />}
    >
      <Stack gap="lg">
        <InvoiceDocument invoice={invoice} deliverableName={nameOf} />
        <InvoiceSettlement invoice={invoice} />
      </Stack>
      <WhyDrawer explanation={explainInvoice(why, invoice, nameOf, today)} />
      <Suspense fallback={null}>
        {ask === undefined ? null : <InvoiceDialogs invoice={invoice} deliverableName={nameOf} />}
      </Suspense>
    </Page>
  );
}

function answerOf({ total, balance, currency, parties, status }: InvoiceView, isOwn: boolean): string {
  const whole = formatMoney(total, currency);
  if (balance === 0) return t`${whole}, nothing left to pay.`;
  const left = formatMoney(balance, currency);
  const payer = parties.to.name;
  if (isOwn && status === "past-due") return t`${left} of ${whole} to pay, past due: work is stopped until it is paid.`;
  return isOwn ? t`${left} of ${whole} to pay, due on receipt.` : t`${left} of ${whole} to pay by ${payer}.`;
}
