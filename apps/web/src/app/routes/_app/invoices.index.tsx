import { createFileRoute } from "@tanstack/react-router";
import { InvoiceListSearch, invoiceListInput } from "../../../invoices/invoice-search.ts";
import { InvoicesPage } from "../../../invoices/invoices-page.tsx";

export const Route = createFileRoute("/_app/invoices/")({
  validateSearch: InvoiceListSearch,
  loaderDeps: ({ search: { account, status } }) => ({ account, status }),
  loader: ({ context: { queries, api }, deps }) =>
    queries.ensureInfiniteQueryData(
      api.invoice.list.infiniteQueryOptions(invoiceListInput(deps), {
        getNextPageParam: ({ nextCursor }) => nextCursor,
      }),
    ),
  component: InvoicesPage,
});
