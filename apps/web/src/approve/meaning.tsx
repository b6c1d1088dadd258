import { Trans } from "@lingui/react/macro";
import { Table, Text } from "@mantine/core";
import type { ReactNode } from "react";

export interface MeaningRow {
  readonly label: string;
  /** Left out where there is nothing to compare with. */
  readonly before?: ReactNode;
  readonly after: ReactNode;
}

/** What a decision means in money and dates, as it is and as it would be. */
export function Meaning({ label, rows }: { readonly label: string; readonly rows: readonly MeaningRow[] }) {
  const compares = rows.some(({ before }) => before !== undefined);
  return (
    <Table verticalSpacing={6} aria-label={label}>
      {compares ? (
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th ta="right">
              <Trans>Now</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Then</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
      ) : null}
      <Table.Tbody>
        {rows.map(({ label: name, before, after }) => (
          <Table.Tr key={name}>
            <Table.Th fw={500} c="dimmed">
              {name}
            </Table.Th>
            {compares ? (
              <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
                {before ?? "–"}
              </Table.Td>
            ) : null}
            <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
              <Text component="span" inherit fw={600}>
                {after}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
