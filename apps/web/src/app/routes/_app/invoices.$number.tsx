import { createFileRoute } from "@tanstack/react-router";
import { InvoicePage } from "../../../invoices/invoice-page.tsx";
import { InvoiceSearch, invoiceInput } from "../../../invoices/invoice-search.ts";
import { ownAccount } from "../../own-account.ts";

export const Route = createFileRoute("/_app/invoices/$number")({
  validateSearch: InvoiceSearch,
  loader: async ({ context, params }) => {
    const { queries, api } = context;
    const own = await ownAccount(context);
    return queries.ensureQueryData(api.invoice.show.queryOptions(invoiceInput(params.number, own)));
  },
  component: InvoicePage,
});
