import { createFileRoute } from "@tanstack/react-router";
import { AccountPage } from "../../../accounts/account-page.tsx";
import { AccountSearch } from "../../../accounts/account-search.ts";

export const Route = createFileRoute("/_app/accounts/$id")({
  validateSearch: AccountSearch,
  loader: ({ context: { queries, api }, params }) =>
    Promise.all([
      queries.ensureQueryData(api.account.show.queryOptions({ account: params.id })),
      queries.ensureQueryData(api.allowance.burnDown.queryOptions({ account: params.id })),
    ]),
  component: AccountPage,
});
