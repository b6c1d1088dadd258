import { createFileRoute, notFound, redirect } from "@tanstack/react-router";
import { z } from "zod";
import { accountsWithWork } from "../../../approve/accounts-asked.ts";
import { ApprovalPage, WhoseApproval } from "../../../approve/approval-page.tsx";
import { approvalSearch, isApproval } from "../../../work/approval-search.ts";

/**
 * Where messages lead whoever is asked to approve: the deliverable with the approval open over it. The services team, to
 * whom such a link may be passed on, reads the same document; `account` says whose, where several have work of that id.
 */
export const Route = createFileRoute("/_app/approve/$kind/$deliverable/$document")({
  validateSearch: z.object({ account: z.string().optional().catch(undefined) }),
  loaderDeps: ({ search: { account } }) => ({ named: account }),
  loader: async ({ context: { queries, api }, params: { kind, deliverable, document }, deps: { named } }) => {
    const { account } = await queries.ensureQueryData(api.session.me.queryOptions());
    if (!isApproval(kind)) throw notFound();
    if (account === null) {
      const accounts = await accountsWithWork(deliverable, (cursor) =>
        queries.fetchQuery(
          api.deliverable.list.queryOptions({
            limit: 500,
            ...(named === undefined ? {} : { account: named }),
            ...(cursor === undefined ? {} : { cursor }),
          }),
        ),
      );
      if (accounts.length === 0) throw notFound();
      return { accounts, asked: { kind, deliverable, document } };
    }
    // What is asked of others is not theirs to see, even where their own work has the same id.
    if (named !== undefined && named !== account.id) throw notFound();
    throw redirect({
      to: "/accounts/$id/deliverables/$deliverable",
      params: { id: account.id, deliverable },
      search: approvalSearch(kind, document),
      replace: true,
    });
  },
  component: Approval,
});

function Approval() {
  const { accounts, asked } = Route.useLoaderData();
  const named = Route.useSearch().account;
  const account = accounts.length === 1 ? accounts[0] : accounts.find((each) => each === named);
  return account === undefined ? (
    <WhoseApproval accounts={accounts} asked={asked} />
  ) : (
    <ApprovalPage account={account} asked={asked} />
  );
}
