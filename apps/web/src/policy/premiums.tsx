import type { Policy } from "@cimpro/domain";
import { Table, Text } from "@mantine/core";
import { Money } from "../figures/money.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** What a sooner delivery adds, and what rise to expect. */
export function Premiums({ policy }: { readonly policy: Policy }) {
  const { premiums, expectedRise, currency } = policy;
  return (
    <Section
      title="Lead-time premiums"
      note={
        <>
          an hour, on top of the standard rate <ClauseLink id="LEAD-2" />
        </>
      }
    >
      <Table>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">Expedited</Table.Th>
            <Table.Td ta="right">
              <Money amount={premiums.expedited} currency={currency} />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row">Rush</Table.Th>
            <Table.Td ta="right">
              <Money amount={premiums.rush} currency={currency} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Text size="sm" mt="md" component="div">
        Rates are expected to rise by {expectedRise.lowPercent} % to {expectedRise.highPercent} % a year; none changes
        by itself. <ClauseLink id="RATE-4" />
      </Text>
    </Section>
  );
}
