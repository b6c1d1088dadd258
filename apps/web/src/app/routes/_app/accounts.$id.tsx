import { createFileRoute, redirect } from "@tanstack/react-router";
import { AccountPage } from "../../../accounts/account-page.tsx";
import { AccountSearch } from "../../../accounts/account-search.ts";
import { customerPageOf } from "../../customer-pages.ts";
import { ownAccount } from "../../own-account.ts";

export const Route = createFileRoute("/_app/accounts/$id")({
  validateSearch: AccountSearch,
  /** A customer's people find what is said of their account on pages of their own. */
  beforeLoad: async ({ context, params, search }) => {
    if ((await ownAccount(context)) !== params.id) return;
    const { tab, from, to } = search;
    const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    throw redirect({ to: customerPageOf(tab), search: days, replace: true });
  },
  loader: ({ context: { queries, api }, params }) =>
    Promise.all([
      queries.ensureQueryData(api.account.show.queryOptions({ account: params.id })),
      queries.ensureQueryData(api.allowance.burnDown.queryOptions({ account: params.id })),
    ]),
  component: AccountPage,
});
