import { createFileRoute } from "@tanstack/react-router";
import { HoursPage } from "../../../hours/hours-page.tsx";
import { HoursSearch } from "../../../hours/hours-search.ts";
import { ownAccount } from "../../own-account.ts";

export const Route = createFileRoute("/_app/hours")({
  validateSearch: HoursSearch,
  loader: async ({ context }) => {
    const { queries, api } = context;
    const account = await ownAccount(context);
    if (account === null) return;
    await Promise.all([
      queries.ensureQueryData(api.account.show.queryOptions({ account })),
      queries.ensureQueryData(api.allowance.burnDown.queryOptions({ account })),
      queries.ensureQueryData(api.home.months.queryOptions({ account })),
      queries.ensureQueryData(api.package.usage.queryOptions({ account })),
    ]);
  },
  component: HoursPage,
});
