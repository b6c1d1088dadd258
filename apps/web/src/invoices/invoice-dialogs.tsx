import { t } from "@lingui/core/macro";
import { getRouteApi } from "@tanstack/react-router";
import type { InvoiceView } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { CreditLine } from "./credit-line.tsx";
import { SuspendInvoice } from "./suspend-invoice.tsx";
import { VoidInvoice } from "./void-invoice.tsx";

const route = getRouteApi("/_app/invoices/$number");

/** The forms of an invoice's page; the address says which is open. */
export function InvoiceDialogs({
  invoice,
  deliverableName,
}: {
  readonly invoice: InvoiceView;
  readonly deliverableName: (id: string) => string;
}) {
  const { ask, line } = route.useSearch();
  const { number } = invoice;
  return (
    <>
      <AskDialog does="credit.issue" open={ask === "credit"} title={t`Credit a line of ${number}`}>
        <CreditLine invoice={invoice} line={line} deliverableName={deliverableName} />
      </AskDialog>
      <AskDialog does="invoice.void" open={ask === "void"} title={t`Void ${number}`}>
        <VoidInvoice invoice={invoice} />
      </AskDialog>
      <AskDialog does="invoice.suspend" open={ask === "suspend"} title={t`Suspend ${number}`}>
        <SuspendInvoice invoice={invoice} />
      </AskDialog>
    </>
  );
}
