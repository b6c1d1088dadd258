import { createFileRoute } from "@tanstack/react-router";
import { TeamPage } from "../../../team/team-page.tsx";
import { TeamSearch } from "../../../team/team-search.ts";
import { ownAccount } from "../../own-account.ts";

export const Route = createFileRoute("/_app/team")({
  validateSearch: TeamSearch,
  loader: async ({ context }) => {
    const { queries, api } = context;
    const account = await ownAccount(context);
    if (account === null) return;
    await queries.ensureQueryData(api.person.list.queryOptions({ account }));
  },
  component: TeamPage,
});
