import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Group, Skeleton, Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useToday } from "../api/session.ts";
import { DayField } from "../forms/day-field.tsx";
import { Page } from "../page/page.tsx";
import { TabRow } from "../page/tab-row.tsx";
import { reportTabs } from "./report-search.ts";

const RevenueReport = lazy(async () => ({ default: (await import("./revenue-report.tsx")).RevenueReport }));
const UtilisationReport = lazy(async () => ({ default: (await import("./utilisation-report.tsx")).UtilisationReport }));
const WorkReport = lazy(async () => ({ default: (await import("./work-report.tsx")).WorkReport }));
const RateReport = lazy(async () => ({ default: (await import("./rate-report.tsx")).RateReport }));

const route = getRouteApi("/_app/reports");

const titles: Readonly<Record<(typeof reportTabs)[number], MessageDescriptor>> = {
  revenue: msg`Revenue`,
  utilisation: msg`Utilisation`,
  work: msg`Work and promises`,
  rates: msg`Rate outlook`,
};

/** Figures over time: what was earned, how people's time was used, where work is, what rates may become. */
export function ReportsPage() {
  const { tab = "revenue", from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const shown = {
    revenue: <RevenueReport />,
    utilisation: <UtilisationReport />,
    work: <WorkReport />,
    rates: <RateReport />,
  }[tab];
  return (
    <Page title={t`Reports`} answer={t`Counted from the books, never from estimates, unless it says so.`}>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const next = reportTabs.find((each) => each === value);
          void navigate({ search: next === undefined || next === "revenue" ? {} : { tab: next } });
        }}
      >
        <TabRow open={tab} label={t`Reports`}>
          {reportTabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {i18n._(titles[each])}
            </Tabs.Tab>
          ))}
        </TabRow>
        <Tabs.Panel value={tab}>
          {tab === "revenue" || tab === "utilisation" ? (
            <Group align="flex-end" gap="sm" mb="lg">
              <DayField
                label={t`From`}
                maw={190}
                flex="1 1 8rem"
                clearable
                placeholder={tab === "revenue" ? t`a year of months` : t`thirteen weeks`}
                maxDate={to ?? today}
                value={from ?? null}
                onChange={(day) => navigate({ search: (old) => ({ ...old, from: day ?? undefined }), replace: true })}
              />
              <DayField
                label={t`To`}
                maw={190}
                flex="1 1 8rem"
                clearable
                placeholder={t`today`}
                {...(from === undefined ? {} : { minDate: from })}
                value={to ?? null}
                onChange={(day) => navigate({ search: (old) => ({ ...old, to: day ?? undefined }), replace: true })}
              />
            </Group>
          ) : null}
          <Suspense fallback={<Skeleton h={420} />}>{shown}</Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
