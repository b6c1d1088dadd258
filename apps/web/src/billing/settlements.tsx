import { Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useAccountName } from "../api/accounts.ts";
import type { Settlement } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
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
  const named = settlements.find(({ account, id }) => account === of && id === settle);
  return (
    <>
      <Section
        title="Settlements to decide"
        note={
          <>
            Delivered later than promised. Until it is decided, the premium stays due. <ClauseLink id="LEAD-4" />
          </>
        }
      >
        <Stack gap="md">
          {settlements.map((settlement) => (
            <SettlementCard
              key={`${settlement.account} ${settlement.id}`}
              settlement={settlement}
              named={settlement === named}
            />
          ))}
        </Stack>
      </Section>
      <AskDialog
        open={ask !== undefined && named !== undefined}
        title={ask === "confirm-premium" ? "Confirm the settlement" : "Decline the settlement"}
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

function SettlementCard({ settlement, named }: { readonly settlement: Settlement; readonly named: boolean }) {
  const { account, id } = settlement;
  const { premiumCharged, premiumDue, credit, currency } = settlement.settlement;
  const nameOf = useAccountName();
  const mayDecide = useMay("commercial");
  const api = useApi();
  const about = { account, deliverable: id };
  const clock = useQuery(api.leadTime.clock.queryOptions(about));
  const work = useQuery(api.deliverable.show.queryOptions(about));
  const asked = { settle: id, of: account };
  const name = work.data?.name ?? id;
  const amounts = [
    { label: "Charged", amount: premiumCharged },
    { label: "Due", amount: premiumDue },
    { label: "Comes back", amount: credit },
  ];
  return (
    <Paper component="article" withBorder p="sm" aria-label={`Settlement of ${name}`} data-named={named || undefined}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={600} component="h3">
            <DeliverableLink {...about}>{name}</DeliverableLink>
          </Text>
          <Text size="sm" c="dimmed">
            {nameOf(account)}
          </Text>
        </div>
        <StateBadge tone="soon">To decide</StateBadge>
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
            <AskLink ask="decline-premium" with={asked} size="sm" aria-label={`Decline the settlement of ${name}`}>
              Decline
            </AskLink>
            <AskLink
              ask="confirm-premium"
              with={asked}
              size="sm"
              variant="filled"
              aria-label={`Confirm the settlement of ${name}`}
            >
              Confirm
            </AskLink>
          </Group>
        ) : null}
      </Stack>
    </Paper>
  );
}
