import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, SegmentedControl, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { AccountFilter } from "../accounts/account-filter.tsx";
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
import { endWords } from "./end-words.ts";
import { type AccountPackages, isOver, type PackageSearch, packageInput, packagesByAccount } from "./package-search.ts";

const PackageDialogs = lazy(async () => ({ default: (await import("./package-dialogs.tsx")).PackageDialogs }));

const route = getRouteApi("/_app/packages");

/** The labor packages of all accounts, with this month's hours against the cap (PKG-7). */
export function PackagesPage() {
  const search = route.useSearch();
  const query = useSuspenseInfiniteQuery(
    useApi().package.overview.infiniteQueryOptions(packageInput, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const maySell = useMay("package.subscribe");
  const rows = query.data.pages.flatMap(({ items }) => items);
  const accounts = packagesByAccount(rows, search);
  return (
    <Page
      title={t`Packages`}
      answer={answerOf(rows)}
      actions={
        <>
          <ButtonLink to="/package-finder" variant="default">
            <Trans>Which package fits?</Trans>
          </ButtonLink>
          {maySell ? (
            <AskLink ask="subscribe" variant="filled">
              <Trans>Order a package</Trans>
            </AskLink>
          ) : null}
        </>
      }
    >
      <Filters search={search} />
      {accounts.length === 0 ? (
        <Section title={t`Expert Help packages`}>
          <Empty
            icon={<IconUsersGroup />}
            title={rows.length === 0 ? t`No package yet` : t`No package like that`}
            next={t`The package finder says which one fits the roles and hours a customer needs.`}
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
        <Trans>
          Hours over a cap are recorded and never billed by the hour; what is left lapses at the month's end.{" "}
          <ClauseLink id="PKG-7" />
        </Trans>
      </Text>
      <Suspense fallback={null}>
        {search.ask === undefined ? null : <PackageDialogs search={search} rows={rows} />}
      </Suspense>
    </Page>
  );
}

function Filters({ search: { show, account } }: { readonly search: PackageSearch }) {
  const navigate = route.useNavigate();
  const set = (changes: Partial<PackageSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...changes }), resetScroll: false });
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label={t`Which packages`}
        data={[
          { value: "running", label: t`Running` },
          { value: "over", label: t`Over the cap` },
          { value: "ended", label: t`Not running` },
        ]}
        value={show ?? "running"}
        onChange={(value) => set({ show: value === "running" ? undefined : (value as PackageSearch["show"]) })}
      />
      <AccountFilter account={account} onChange={(chosen) => set({ account: chosen })} />
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
  const count = packages.length;
  return (
    <Section
      title={accountName}
      note={
        count < 2 || capMinutes === 0 ? undefined : (
          <Trans>
            <Duration minutes={usedMinutes} /> of <Duration minutes={capMinutes} /> used this month in {count} packages
          </Trans>
        )
      }
      actions={
        <Group gap="xs">
          <ButtonLink
            to="/accounts/$id"
            params={{ id: account }}
            size="xs"
            variant="subtle"
            aria-label={t`Account: ${accountName}`}
          >
            <Trans>Account</Trans>
          </ButtonLink>
          {maySell ? (
            <AskLink
              ask="subscribe"
              with={{ customer: account }}
              size="xs"
              aria-label={t`Order another package for ${accountName}`}
            >
              <Trans>Order another</Trans>
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
  const accountName = row.accountName;
  const name = t`${title} of ${accountName}`;
  const [hours, day] = [capWords(capMinutes), formatDay(orderedOn, today)];
  const upgrade = month?.over?.upgrade ?? null;
  const bigger = upgrade === null ? "" : titleOf(upgrade);
  return (
    <article aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="flex-start">
          <div>
            <Title order={3}>{title}</Title>
            <Text size="sm" c="dimmed">
              {context === "project" ? (
                <Trans>
                  {hours}, for a project, ordered {day}
                </Trans>
              ) : (
                <Trans>
                  {hours}, for an active program, ordered {day}
                </Trans>
              )}
            </Text>
          </div>
          <Group gap="xs">
            {isOver(row) ? <StateBadge tone="late">{t`Over the cap`}</StateBadge> : null}
            {lastOn === null ? null : <StateBadge tone="quiet">{endWords(lastOn, today)}</StateBadge>}
          </Group>
        </Group>
        {month === null ? (
          <Text size="sm">{t`It does not run today.`}</Text>
        ) : (
          <>
            <Text size="sm" fw={550}>
              {formatPeriod(month, today)}
            </Text>
            <PackageUseBar label={monthLabel(name, formatPeriod(month, today))} month={month} />
          </>
        )}
        {monthsOver === 0 ? null : (
          <Text size="sm" c="dimmed">
            {plural(monthsOver, { one: "# month over the cap so far.", other: "# months over the cap so far." })}
          </Text>
        )}
        {note === "" ? null : <Text size="sm">{note}</Text>}
        {maySell ? (
          <Group gap="xs">
            {month === null ? null : upgrade === null ? (
              <AskLink
                ask="upgrade"
                with={{ customer: account, subscription: id }}
                size="xs"
                aria-label={t`Upgrade ${name}`}
              >
                <Trans>Upgrade</Trans>
              </AskLink>
            ) : (
              <AskLink
                ask="upgrade"
                with={{ customer: account, subscription: id, package: upgrade.package, units: upgrade.units }}
                size="xs"
                variant="light"
              >
                <Trans>Upgrade to {bigger}</Trans>
              </AskLink>
            )}
            {lastOn !== null && lastOn < today ? null : (
              <AskLink ask="end" with={{ customer: account, subscription: id }} size="xs" aria-label={t`End ${name}`}>
                <Trans>End</Trans>
              </AskLink>
            )}
          </Group>
        ) : null}
      </Stack>
    </article>
  );
}

const monthLabel = (name: string, month: string): string => t`${name}, ${month}`;

function answerOf(rows: readonly PackageRow[]): string {
  const running = rows.filter(({ month }) => month !== null);
  if (running.length === 0) return t`No package runs.`;
  const over = running.filter(isOver).length;
  const accounts = new Set(running.map(({ account }) => account)).size;
  return over === 0
    ? t`${plural(running.length, { one: "# package runs", other: "# packages run" })} in ${plural(accounts, { one: "# account", other: "# accounts" })}; none is over its cap this month.`
    : t`${plural(running.length, { one: "# package runs", other: "# packages run" })} in ${plural(accounts, { one: "# account", other: "# accounts" })}; ${over} over the cap this month.`;
}
