import { createFileRoute } from "@tanstack/react-router";
import { RequestSearch } from "../../../requests/request-search.ts";
import { RequestsPage } from "../../../requests/requests-page.tsx";
import { ownAccount } from "../../own-account.ts";

export const Route = createFileRoute("/_app/requests")({
  validateSearch: RequestSearch,
  loader: async ({ context }) => {
    const { queries, api } = context;
    const account = await ownAccount(context);
    if (account === null) return;
    await queries.ensureQueryData(api.request.list.queryOptions({ account }));
  },
  component: RequestsPage,
});
