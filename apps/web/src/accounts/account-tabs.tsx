import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Skeleton, Stack, Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { AccountView } from "../api/answers.ts";
import { TabRow } from "../page/tab-row.tsx";
import type { accountTabs } from "./account-search.ts";
import { OverviewTab } from "./overview-tab.tsx";

const AllowanceTab = lazy(async () => ({ default: (await import("../allowances/allowance-tab.tsx")).AllowanceTab }));
const CreditTab = lazy(async () => ({ default: (await import("../credits/credit-tab.tsx")).CreditTab }));
const InvoiceTab = lazy(async () => ({ default: (await import("../invoices/invoice-tab.tsx")).InvoiceTab }));
const PackageList = lazy(async () => ({ default: (await import("../packages/package-list.tsx")).PackageList }));
const PeopleTab = lazy(async () => ({ default: (await import("../team/hat-list.tsx")).HatList }));
const PlanTab = lazy(async () => ({ default: (await import("../plan/plan-list.tsx")).PlanList }));
const RequestTab = lazy(async () => ({ default: (await import("../requests/request-list.tsx")).RequestList }));
const StatementTab = lazy(async () => ({ default: (await import("../statement/statement-tab.tsx")).StatementTab }));
const TimeTab = lazy(async () => ({ default: (await import("../time/time-tab.tsx")).TimeTab }));
const WorkTab = lazy(async () => ({ default: (await import("./work-tab.tsx")).WorkTab }));

const route = getRouteApi("/_app/accounts/$id");

type Tab = (typeof accountTabs)[number];

const tabs: Readonly<Record<Tab, MessageDescriptor>> = {
  overview: msg`Overview`,
  work: msg`Work`,
  time: msg`Time`,
  allowances: msg`Allowances`,
  packages: msg`Packages`,
  invoices: msg`Invoices`,
  statement: msg`Statement`,
  credits: msg`Payments and credits`,
  requests: msg`Requests`,
  plan: msg`Plan`,
  people: msg`People`,
};

/** The parts of an account's page. Each has filters of its own, so changing the part starts afresh. */
export function AccountTabs({ account }: { readonly account: AccountView }) {
  const { tab = "overview" } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Tabs
      value={tab}
      onChange={(next) => navigate({ search: next === "overview" ? {} : { tab: next as Tab }, resetScroll: false })}
      keepMounted={false}
    >
      <TabRow open={tab}>
        {Object.entries(tabs).map(([value, label]) => (
          <Tabs.Tab key={value} value={value}>
            {i18n._(label)}
          </Tabs.Tab>
        ))}
      </TabRow>
      <Tabs.Panel value={tab}>
        <Suspense fallback={<Skeleton h={280} />}>
          <Stack gap="lg">
            <Part tab={tab} account={account} />
          </Stack>
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

function Part({ tab, account }: { readonly tab: Tab; readonly account: AccountView }) {
  const { plan } = route.useSearch();
  switch (tab) {
    case "overview":
      return <OverviewTab account={account} />;
    case "work":
      return <WorkTab account={account.id} />;
    case "time":
      return <TimeTab account={account} />;
    case "allowances":
      return <AllowanceTab account={account} />;
    case "invoices":
      return <InvoiceTab account={account.id} />;
    case "statement":
      return <StatementTab account={account.id} />;
    case "credits":
      return <CreditTab account={account.id} />;
    case "packages":
      return <PackageList account={account.id} />;
    case "requests":
      return <RequestTab account={account.id} />;
    case "plan":
      return <PlanTab account={account.id} plan={plan} audience="team" />;
    case "people":
      return <PeopleTab account={account.id} />;
  }
}
