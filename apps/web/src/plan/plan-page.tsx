import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { OwnAccount } from "../page/own-account.tsx";
import { Page } from "../page/page.tsx";
import { PlanList } from "./plan-list.tsx";

const route = getRouteApi("/_app/plan");

/** The customer's implementation: their turn first, then the whole plan. */
export const PlanPage = () => <OwnAccount>{(account) => <Plan account={account} />}</OwnAccount>;

function Plan({ account }: { readonly account: string }) {
  const { plan } = route.useSearch();
  const { items } = useSuspenseQuery(useApi().plan.list.queryOptions({ account })).data;
  const today = useToday();
  const shown = items.find(({ id }) => id === plan) ?? items.at(-1);
  const connected = shown?.milestones.find(({ id }) => id === "connected");
  return (
    <Page
      title="Plan"
      answer={
        shown === undefined || connected === undefined
          ? "No implementation is planned."
          : `${shown.name}: connected by ${formatDay(connected.forecastOn, today)} (forecast), live between ${formatDay(shown.goLive.earliest, today)} and ${formatDay(shown.goLive.latest, today)} or later; no promise.`
      }
    >
      <PlanList account={account} plan={plan} theirs="You" />
    </Page>
  );
}
