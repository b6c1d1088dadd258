import type { Day } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
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
      title={t`Plan`}
      answer={
        shown === undefined || connected === undefined
          ? t`No implementation is planned.`
          : forecastWords(shown, connected.forecastOn, today)
      }
    >
      <PlanList account={account} plan={plan} audience="customer" />
    </Page>
  );
}

function forecastWords(
  { name, goLive }: { readonly name: string; readonly goLive: { readonly earliest: Day; readonly latest: Day } },
  connectedOn: Day,
  today: Day,
): string {
  const day = formatDay(connectedOn, today);
  const [earliest, latest] = [formatDay(goLive.earliest, today), formatDay(goLive.latest, today)];
  return t`${name}: connected by ${day} (forecast), live between ${earliest} and ${latest} or later; no promise.`;
}
