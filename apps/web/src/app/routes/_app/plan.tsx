import { createFileRoute } from "@tanstack/react-router";
import { PlanPage } from "../../../plan/plan-page.tsx";
import { PlanSearch } from "../../../plan/plan-search.ts";
import { ownAccount } from "../../own-account.ts";

export const Route = createFileRoute("/_app/plan")({
  validateSearch: PlanSearch,
  loader: async ({ context }) => {
    const { queries, api } = context;
    const account = await ownAccount(context);
    if (account === null) return;
    await queries.ensureQueryData(api.plan.list.queryOptions({ account }));
  },
  component: PlanPage,
});
