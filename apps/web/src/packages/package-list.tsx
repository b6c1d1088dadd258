import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Stack, Text, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { PackageUse } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { formatDay, formatPeriod } from "../figures/day-text.ts";
import { capWords, usePackageTitle } from "../package-use/package-title.ts";
import { PackageUseBar } from "../package-use/package-use-bar.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { endWords } from "./end-words.ts";

/** So many months of each package are shown, the latest first. */
const monthsShown = 3;

/** The labor packages of an account, with each month's hours against the cap (PKG-7). */
export function PackageList({ account }: { readonly account: string }) {
  const { items } = useSuspenseQuery(useApi().package.usage.queryOptions({ account })).data;
  return (
    <Section
      title={t`Expert Help packages`}
      note={
        <Trans>
          hours a month of designated people; what is left at a month's end lapses, what goes over is never billed by
          the hour <ClauseLink id="PKG-7" />
        </Trans>
      }
      actions={
        <ButtonLink to="/package-finder" variant="default" size="xs">
          <Trans>Find a package</Trans>
        </ButtonLink>
      }
    >
      {items.length === 0 ? (
        <Empty title={t`No package`} next={t`The package finder says which one fits the roles and hours you need.`} />
      ) : (
        <Stack gap="lg">
          {items.map((item) => (
            <Package key={item.id} item={item} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function Package({ item }: { readonly item: PackageUse }) {
  const today = useToday();
  const title = usePackageTitle()(item);
  const [hours, day] = [capWords(item.capMinutes), formatDay(item.orderedOn, today)];
  const months = item.months.toReversed().slice(0, monthsShown);
  return (
    <article aria-label={title}>
      <Group gap="sm" align="baseline" mb="xs">
        <Title order={3}>{title}</Title>
        <Text size="sm" c="dimmed">
          <Trans>
            {hours}, ordered {day}
          </Trans>
        </Text>
        {item.lastOn === null ? null : <StateBadge tone="quiet">{endWords(item.lastOn, today)}</StateBadge>}
      </Group>
      <Stack gap="md">
        {months.map((month) => (
          <div key={month.start}>
            <Text size="sm" fw={550} mb={4}>
              {formatPeriod(month, today)}
            </Text>
            <PackageUseBar label={monthLabel(title, formatPeriod(month, today))} month={month} />
          </div>
        ))}
      </Stack>
    </article>
  );
}

const monthLabel = (title: string, month: string): string => t`${title}, ${month}`;
