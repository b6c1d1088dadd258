import { createFileRoute, notFound, redirect } from "@tanstack/react-router";
import { approvalSearch, isApproval } from "../../../work/approval-search.ts";

/** Where messages lead whoever is asked to approve: the deliverable with the approval open over it. */
export const Route = createFileRoute("/_app/approve/$kind/$deliverable/$id")({
  loader: async ({ context: { queries, api }, params: { kind, deliverable, id } }) => {
    const { account } = await queries.ensureQueryData(api.session.me.queryOptions());
    if (account === null || !isApproval(kind)) throw notFound();
    throw redirect({
      to: "/accounts/$id/deliverables/$deliverable",
      params: { id: account.id, deliverable },
      search: approvalSearch(kind, id),
      replace: true,
    });
  },
});
