import { Group, SegmentedControl, Select, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useAccounts } from "../api/accounts.ts";
import type { PackageRow } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useToday } from "../api/session.ts";
import { MoreRows } from "../data-table/more-rows.tsx";
import { formatDay, formatPeriod } from "../figures/day-text.ts";
import { Duration } from "../figures/duration.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { capWords, usePackageTitle } from "../package-use/package-title.ts";
import { PackageUseBar } from "../package-use/package-use-bar.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { type AccountPackages, isOver, type PackageSearch, packageInput, packagesByAccount } from "./package-search.ts";

const PackageDialogs = lazy(async () => ({ default: (await import("./package-dialogs.tsx")).PackageDialogs }));

const route = getRouteApi("/_app/packages");

/** The labor packages of all accounts, with this month's hours against the cap (PKG-7). */
export function PackagesPage() {
  const search = route.useSearch();
  const query = useSuspenseInfiniteQuery(
    useApi().package.overview.infiniteQueryOptions(packageInput, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const maySell = useMay("commercial");
  const rows = query.data.pages.flatMap(({ items }) => items);
  const accounts = packagesByAccount(rows, search);
  return (
    <Page
      title="Packages"
      answer={answerOf(rows)}
      actions={
        <>
          <ButtonLink to="/package-finder" variant="default">
            Which package fits?
          </ButtonLink>
          {maySell ? (
            <AskLink ask="subscribe" variant="filled">
              Order a package
            </AskLink>
          ) : null}
        </>
      }
    >
      <Filters search={search} />
      {accounts.length === 0 ? (
        <Section title="Expert Help packages">
          <Empty
            icon={<IconUsersGroup />}
            title={rows.length === 0 ? "No package yet" : "No package like that"}
            next="The package finder says which one fits the roles and hours a customer needs."
          />
        </Section>
      ) : (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          {accounts.map((each) => (
            <Account key={each.account} of={each} maySell={maySell} />
          ))}
        </SimpleGrid>
      )}
      <MoreRows query={query} />
      <Text size="sm" c="dimmed">
        Hours over a cap are recorded and never billed by the hour; what is left lapses at the month's end.{" "}
        <ClauseLink id="PKG-7" />
      </Text>
      <Suspense fallback={null}>
        {search.ask === undefined ? null : <PackageDialogs search={search} rows={rows} />}
      </Suspense>
    </Page>
  );
}

function Filters({ search: { show, account } }: { readonly search: PackageSearch }) {
  const navigate = route.useNavigate();
  const accounts = useAccounts();
  const set = (changes: Partial<PackageSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...changes }), resetScroll: false });
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label="Which packages"
        data={[
          { value: "running", label: "Running" },
          { value: "over", label: "Over the cap" },
          { value: "ended", label: "Not running" },
        ]}
        value={show ?? "running"}
        onChange={(value) => set({ show: value === "running" ? undefined : (value as PackageSearch["show"]) })}
      />
      <Select
        aria-label="Of which account"
        placeholder="Every account"
        searchable
        clearable
        w={190}
        data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        value={account ?? null}
        onChange={(value) => set({ account: value ?? undefined })}
      />
    </Group>
  );
}

function Account({
  of: { account, accountName, packages, usedMinutes, capMinutes },
  maySell,
}: {
  readonly of: AccountPackages;
  readonly maySell: boolean;
}) {
  return (
    <Section
      title={accountName}
      note={
        packages.length < 2 || capMinutes === 0 ? undefined : (
          <>
            <Duration minutes={usedMinutes} /> of <Duration minutes={capMinutes} /> used this month in {packages.length}{" "}
            packages
          </>
        )
      }
      actions={
        <Group gap="xs">
          <ButtonLink to="/accounts/$id" params={{ id: account }} size="xs" variant="subtle">
            Account
          </ButtonLink>
          {maySell ? (
            <AskLink ask="subscribe" with={{ customer: account }} size="xs">
              Order another
            </AskLink>
          ) : null}
        </Group>
      }
    >
      <Stack gap="lg">
        {packages.map((each) => (
          <Package key={each.id} row={each} maySell={maySell} />
        ))}
      </Stack>
    </Section>
  );
}

function Package({ row, maySell }: { readonly row: PackageRow; readonly maySell: boolean }) {
  const today = useToday();
  const titleOf = usePackageTitle();
  const { account, id, month, capMinutes, orderedOn, lastOn, context, monthsOver, note } = row;
  const title = titleOf(row);
  const upgrade = month?.over?.upgrade ?? null;
  return (
    <article aria-label={`${title} of ${row.accountName}`}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="flex-start">
          <div>
            <Title order={3}>{title}</Title>
            <Text size="sm" c="dimmed">
              {capWords(capMinutes)}, for {context === "project" ? "a project" : "an active program"}, ordered{" "}
              {formatDay(orderedOn, today)}
            </Text>
          </div>
          <Group gap="xs">
            {isOver(row) ? <StateBadge tone="late">Over the cap</StateBadge> : null}
            {lastOn === null ? null : (
              <StateBadge tone="quiet">
                {lastOn < today ? "Ended" : "Ends"} {formatDay(lastOn, today)}
              </StateBadge>
            )}
          </Group>
        </Group>
        {month === null ? (
          <Text size="sm">It does not run today.</Text>
        ) : (
          <>
            <Text size="sm" fw={550}>
              {formatPeriod(month, today)}
            </Text>
            <PackageUseBar label={`${title} of ${row.accountName}, ${formatPeriod(month, today)}`} month={month} />
          </>
        )}
        {monthsOver === 0 ? null : (
          <Text size="sm" c="dimmed">
            {monthsOver} {monthsOver === 1 ? "month" : "months"} over the cap so far.
          </Text>
        )}
        {note === "" ? null : <Text size="sm">{note}</Text>}
        {maySell ? (
          <Group gap="xs">
            {upgrade === null ? null : (
              <AskLink
                ask="subscribe"
                with={{ customer: account, package: upgrade.package, units: upgrade.units }}
                size="xs"
                variant="light"
              >
                Order {titleOf(upgrade)}
              </AskLink>
            )}
            {lastOn !== null && lastOn < today ? null : (
              <AskLink ask="end" with={{ customer: account, subscription: id }} size="xs">
                End
              </AskLink>
            )}
          </Group>
        ) : null}
      </Stack>
    </article>
  );
}

function answerOf(rows: readonly PackageRow[]): string {
  const running = rows.filter(({ month }) => month !== null);
  if (running.length === 0) return "No package runs.";
  const over = running.filter(isOver).length;
  const accounts = new Set(running.map(({ account }) => account)).size;
  const runs = `${running.length} ${running.length === 1 ? "package runs" : "packages run"} in ${accounts} ${accounts === 1 ? "account" : "accounts"}`;
  return over === 0 ? `${runs}; none is over its cap this month.` : `${runs}; ${over} over the cap this month.`;
}
