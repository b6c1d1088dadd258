import { decimalOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { useQueries, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useAccountName } from "../api/accounts.ts";
import type { Settlement } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { CsvButton } from "../data-table/csv-button.tsx";
import { DayStrip } from "../day-strip/day-strip.tsx";
import { DecidePremium } from "../deliverables/decide-premium.tsx";
import { Money } from "../figures/money.tsx";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";

const route = getRouteApi("/_app/billing");

/** Premiums that were not earned in full, each with its evidence; a coordinator decides (LEAD-4). */
export function Settlements({ settlements }: { readonly settlements: readonly Settlement[] }) {
  const { ask, settle, of } = route.useSearch();
  const api = useApi();
  const nameOf = useAccountName();
  const works = useQueries({
    queries: settlements.map(({ account, id }) => api.deliverable.show.queryOptions({ account, deliverable: id })),
  });
  const workName = ({ account, id }: Settlement) =>
    works.find(({ data }) => data?.account === account && data.id === id)?.data?.name ?? id;
  const named = settlements.find(({ account, id }) => account === of && id === settle);
  return (
    <>
      <Section
        title={t`Settlements to decide`}
        note={
          <>
            <Trans>Delivered later than promised. Until it is decided, the premium stays due.</Trans>{" "}
            <ClauseLink id="LEAD-4" />
          </>
        }
        actions={
          <CsvButton
            rows={settlements}
            columns={columnsFor(nameOf, workName)}
            fileName="settlements-to-decide"
            of={t`Settlements to decide`}
          />
        }
      >
        <Stack gap="md">
          {settlements.map((settlement) => (
            <SettlementCard
              key={`${settlement.account} ${settlement.id}`}
              settlement={settlement}
              name={workName(settlement)}
              named={settlement === named}
            />
          ))}
        </Stack>
      </Section>
      <AskDialog
        open={ask !== undefined && named !== undefined}
        title={ask === "confirm-premium" ? t`Confirm the settlement` : t`Decline the settlement`}
      >
        {named === undefined ? null : <Decide settlement={named} confirm={ask === "confirm-premium"} />}
      </AskDialog>
    </>
  );
}

function Decide({ settlement, confirm }: { readonly settlement: Settlement; readonly confirm: boolean }) {
  const work = useQuery(
    useApi().deliverable.show.queryOptions({ account: settlement.account, deliverable: settlement.id }),
  );
  if (work.data === undefined) return work.error === null ? <Skeleton h={140} /> : <RefusalNote error={work.error} />;
  return <DecidePremium work={work.data} confirm={confirm} />;
}

/** What the cards say, for the export. */
const columnsFor = (
  accountName: (id: string) => string,
  workName: (settlement: Settlement) => string,
): readonly Column<Settlement>[] => [
  column("account", t`Account`, ({ account }) => accountName(account)),
  column("work", t`Work`, workName),
  column("delivered", t`Delivered`, ({ deliveredOn }) => deliveredOn),
  column("rush", t`Rush due`, ({ settlement }) => settlement.dueDates.rush ?? ""),
  column("expedited", t`Expedited due`, ({ settlement }) => settlement.dueDates.expedited),
  column("charged", t`Charged`, ({ settlement }) => decimalOf(settlement.premiumCharged, settlement.currency)),
  column("due", t`Due`, ({ settlement }) => decimalOf(settlement.premiumDue, settlement.currency)),
  column("credit", t`Comes back`, ({ settlement }) => decimalOf(settlement.credit, settlement.currency)),
];

const column = (id: string, label: string, csv: (row: Settlement) => string): Column<Settlement> => ({
  ...{ id, label, csv },
  show: csv,
});

function SettlementCard({
  settlement,
  name,
  named,
}: {
  readonly settlement: Settlement;
  readonly name: string;
  readonly named: boolean;
}) {
  const { account, id } = settlement;
  const { premiumCharged, premiumDue, credit, currency } = settlement.settlement;
  const nameOf = useAccountName();
  const mayDecide = useMay("premium.confirm");
  const api = useApi();
  const about = { account, deliverable: id };
  const clock = useQuery(api.leadTime.clock.queryOptions(about));
  const asked = { settle: id, of: account };
  const amounts = [
    { label: t`Charged`, amount: premiumCharged },
    { label: t`Due`, amount: premiumDue },
    { label: t`Comes back`, amount: credit },
  ];
  return (
    <Paper component="article" withBorder p="sm" aria-label={t`Settlement of ${name}`} data-named={named || undefined}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={600} component="h3">
            <DeliverableLink {...about}>{name}</DeliverableLink>
          </Text>
          <Text size="sm" c="dimmed">
            {nameOf(account)}
          </Text>
        </div>
        <StateBadge tone="soon">
          <Trans>To decide</Trans>
        </StateBadge>
      </Group>
      <Stack gap="sm" mt="sm">
        {clock.data === undefined ? (
          <Skeleton h={72} visible={clock.error === null}>
            <RefusalNote error={clock.error} />
          </Skeleton>
        ) : (
          <DayStrip clock={clock.data} />
        )}
        <Group component="dl" gap="lg" m={0}>
          {amounts.map(({ label, amount }) => (
            <div key={label}>
              <Text component="dt" size="sm" c="dimmed">
                {label}
              </Text>
              <Text component="dd" m={0} fw={600}>
                <Money amount={amount} currency={currency} />
              </Text>
            </div>
          ))}
        </Group>
        {mayDecide ? (
          <Group gap="xs" justify="flex-end">
            <AskLink ask="decline-premium" with={asked} size="sm" aria-label={t`Decline the settlement of ${name}`}>
              <Trans>Decline</Trans>
            </AskLink>
            <AskLink
              ask="confirm-premium"
              with={asked}
              size="sm"
              variant="filled"
              aria-label={t`Confirm the settlement of ${name}`}
            >
              <Trans>Confirm</Trans>
            </AskLink>
          </Group>
        ) : null}
      </Stack>
    </Paper>
  );
}
