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
  return (
    <>
      <AskDialog open={ask === "credit"} title={`Credit a line of ${invoice.number}`}>
        <CreditLine invoice={invoice} line={line} deliverableName={deliverableName} />
      </AskDialog>
      <AskDialog open={ask === "void"} title={`Void ${invoice.number}`}>
        <VoidInvoice invoice={invoice} />
      </AskDialog>
      <AskDialog open={ask === "suspend"} title={`Suspend ${invoice.number}`}>
        <SuspendInvoice invoice={invoice} />
      </AskDialog>
    </>
  );
}
