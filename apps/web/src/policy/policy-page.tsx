import { firstDay } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { NativeSelect, SimpleGrid } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { Page } from "../page/page.tsx";
import { ClauseList } from "./clause-list.tsx";
import { PackageTable } from "./package-table.tsx";
import { PhaseTable } from "./phase-table.tsx";
import { PolicyChanges } from "./policy-changes.tsx";
import { Premiums } from "./premiums.tsx";
import { RateHistory } from "./rate-history.tsx";
import { SettingTable } from "./setting-table.tsx";

const route = getRouteApi("/_app/policy");

const versionName = (version: number, from: string | null): string =>
  from === null ? t`Version ${version}, from the beginning` : t`Version ${version}, from ${from}`;

/** What the practice sells at which terms: generated from the data that every figure is computed with. */
export function PolicyPage() {
  const { version, compare } = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const today = useToday();
  const versions = useSuspenseQuery(api.policy.list.queryOptions()).data.items;
  const shown = useSuspenseQuery(api.policy.show.queryOptions(version === undefined ? {} : { version })).data;
  const { policy } = shown;
  const nameOf = (each: { readonly version: number; readonly from: string }) =>
    versionName(each.version, each.from === firstDay ? null : formatDay(each.from, today));
  const inForce = shown.version;
  const inForceFrom = formatDay(shown.from, today);
  return (
    <Page
      title={policy.title}
      answer={
        shown.from === firstDay
          ? t`Version ${inForce}, in force from the beginning. What a source document says is marked seed; what we decided where the sources are silent is marked ours.`
          : t`Version ${inForce}, in force from ${inForceFrom}. What a source document says is marked seed; what we decided where the sources are silent is marked ours.`
      }
      actions={
        versions.length < 2 ? undefined : (
          <>
            <NativeSelect
              aria-label={t`Version`}
              value={String(shown.version)}
              data={versions.map((each) => ({ value: String(each.version), label: nameOf(each) }))}
              onChange={(event) => {
                const chosen = Number(event.currentTarget.value);
                void navigate({ search: (search) => ({ ...search, version: chosen }) });
              }}
            />
            <NativeSelect
              aria-label={t`Compare with`}
              value={compare === undefined ? "" : String(compare)}
              data={[
                { value: "", label: t`Compare with…` },
                ...versions
                  .filter((each) => each.version !== shown.version)
                  .map((each) => ({ value: String(each.version), label: nameOf(each) })),
              ]}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                void navigate({
                  search: (search) => ({ ...search, compare: chosen === "" ? undefined : Number(chosen) }),
                });
              }}
            />
          </>
        )
      }
    >
      {compare === undefined ? null : <PolicyChanges shown={shown} other={compare} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <RateHistory policy={policy} />
        <Premiums policy={policy} />
      </SimpleGrid>
      <SettingTable policy={policy} version={shown.version} />
      <PackageTable policy={policy} version={shown.version} />
      <PhaseTable policy={policy} version={shown.version} />
      <ClauseList policy={policy} version={shown.version} />
    </Page>
  );
}
