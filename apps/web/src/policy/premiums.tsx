import type { Policy } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Table, Text } from "@mantine/core";
import { Money } from "../figures/money.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** What a sooner delivery adds, and what rise to expect. */
export function Premiums({ policy }: { readonly policy: Policy }) {
  const { premiums, currency } = policy;
  const { lowPercent, highPercent } = policy.expectedRise;
  return (
    <Section
      title={t`Lead-time premiums`}
      note={
        <>
          <Trans>an hour, on top of the standard rate</Trans> <ClauseLink id="LEAD-2" />
        </>
      }
    >
      <Table>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">
              <Trans>Expedited</Trans>
            </Table.Th>
            <Table.Td ta="right">
              <Money amount={premiums.expedited} currency={currency} />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row">
              <Trans>Rush</Trans>
            </Table.Th>
            <Table.Td ta="right">
              <Money amount={premiums.rush} currency={currency} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Text size="sm" mt="md" component="div">
        <Trans>
          Rates are expected to rise by {lowPercent} % to {highPercent} % a year; none changes by itself.
        </Trans>{" "}
        <ClauseLink id="RATE-4" />
      </Text>
    </Section>
  );
}
