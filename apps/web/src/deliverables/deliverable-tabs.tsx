import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Skeleton, Stack, Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { DeliverableView, WorkPhases } from "../api/answers.ts";
import { TabRow } from "../page/tab-row.tsx";
import type { deliverableTabs } from "./deliverable-search.ts";
import { OverviewTab } from "./overview-tab.tsx";

const GatesTab = lazy(async () => ({ default: (await import("./gates-tab.tsx")).GatesTab }));
const TimeTab = lazy(async () => ({ default: (await import("./time-tab.tsx")).TimeTab }));
const ChangeOrderTab = lazy(async () => ({ default: (await import("./change-order-tab.tsx")).ChangeOrderTab }));
const LeadTimeTab = lazy(async () => ({ default: (await import("./lead-time-tab.tsx")).LeadTimeTab }));
const DocumentTab = lazy(async () => ({ default: (await import("./document-tab.tsx")).DocumentTab }));
const HistoryTab = lazy(async () => ({ default: (await import("./history-tab.tsx")).HistoryTab }));

const route = getRouteApi("/_app/accounts/$id_/deliverables/$deliverable");

type Tab = (typeof deliverableTabs)[number];

const tabs: Readonly<Record<Tab, MessageDescriptor>> = {
  overview: msg`Overview`,
  gates: msg`Gates`,
  time: msg`Time`,
  "change-orders": msg`Change orders`,
  "lead-time": msg`Lead time`,
  documents: msg`Documents`,
  history: msg`History`,
};

export interface TabProps {
  readonly work: DeliverableView;
  readonly phases: WorkPhases;
}

/** The parts of a deliverable's page. */
export function DeliverableTabs(props: TabProps) {
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
            <Part tab={tab} {...props} />
          </Stack>
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

function Part({ tab, ...props }: TabProps & { readonly tab: Tab }) {
  switch (tab) {
    case "overview":
      return <OverviewTab {...props} />;
    case "gates":
      return <GatesTab {...props} />;
    case "time":
      return <TimeTab {...props} />;
    case "change-orders":
      return <ChangeOrderTab {...props} />;
    case "lead-time":
      return <LeadTimeTab {...props} />;
    case "documents":
      return <DocumentTab {...props} />;
    case "history":
      return <HistoryTab {...props} />;
  }
}
