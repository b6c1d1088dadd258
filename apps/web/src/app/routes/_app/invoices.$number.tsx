import { createFileRoute } from "@tanstack/react-router";
import { InvoicePage } from "../../../invoices/invoice-page.tsx";
import { InvoiceSearch } from "../../../invoices/invoice-search.ts";

export const Route = createFileRoute("/_app/invoices/$number")({
  validateSearch: InvoiceSearch,
  loader: ({ context: { queries, api }, params }) =>
    queries.ensureQueryData(api.invoice.show.queryOptions({ number: params.number })),
  component: InvoicePage,
});
