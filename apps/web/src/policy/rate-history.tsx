import { type Policy, rateOn } from "@cimpro/domain";
import { Table } from "@mantine/core";
import { useToday } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** The standard rates over time. */
export function RateHistory({ policy }: { readonly policy: Policy }) {
  const current = rateOn(policy.rateCard, useToday());
  return (
    <Section
      title="Standard rates"
      note={
        <>
          an hour, by the day worked <ClauseLink id="RATE-1" /> <ClauseLink id="RATE-2" />
        </>
      }
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Work from</Table.Th>
            <Table.Th ta="right">An hour</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {policy.rateCard.toReversed().map((rate) => (
            <Table.Tr key={rate.validFrom}>
              <Table.Td>
                <DayLabel day={rate.validFrom} />{" "}
                {rate.validFrom === current.validFrom ? <StateBadge tone="quiet">today</StateBadge> : null}
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={rate.ratePerHour} currency={policy.currency} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
