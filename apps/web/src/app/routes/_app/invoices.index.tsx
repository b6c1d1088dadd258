import { createFileRoute } from "@tanstack/react-router";
import { InvoiceListSearch, invoiceListInput } from "../../../invoices/invoice-search.ts";
import { InvoicesPage } from "../../../invoices/invoices-page.tsx";
import { ownAccount } from "../../own-account.ts";

export const Route = createFileRoute("/_app/invoices/")({
  validateSearch: InvoiceListSearch,
  loaderDeps: ({ search: { account, status } }) => ({ account, status }),
  loader: async ({ context, deps }) => {
    const { queries, api } = context;
    const own = await ownAccount(context);
    await queries.ensureInfiniteQueryData(
      api.invoice.list.infiniteQueryOptions(own === null ? invoiceListInput(deps) : { account: own }, {
        getNextPageParam: ({ nextCursor }) => nextCursor,
      }),
    );
  },
  component: InvoicesPage,
});
