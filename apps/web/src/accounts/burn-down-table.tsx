import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Table } from "@mantine/core";
import type { BurnDown } from "../api/answers.ts";
import { CsvButton } from "../data-table/csv-button.tsx";
import { plainColumn } from "../data-table/plain-column.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import classes from "./burn-down-table.module.css";

type Point = BurnDown["points"][number];

/** The chart as a table: the days on which something changed. */
export function BurnDownTable({ burnDown }: { readonly burnDown: BurnDown }) {
  const changes = burnDown.points.filter(
    (point, at, points) => at === 0 || point.remainingMinutes !== points[at - 1]?.remainingMinutes,
  );
  return (
    <details className={classes.details}>
      <summary>
        <Trans>Show as a table</Trans>
      </summary>
      <Table mt="xs" maw={360} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>At the end of</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Hours left</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.toReversed().map(({ on, remainingMinutes }) => (
            <Table.Tr key={on}>
              <Table.Td>
                <DayLabel day={on} />
              </Table.Td>
              <Table.Td ta="right">
                <Duration minutes={remainingMinutes} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <CsvButton
        rows={changes.toReversed()}
        columns={[
          plainColumn<Point>("on", t`At the end of`, ({ on }) => on),
          plainColumn<Point>("left", t`Minutes left`, ({ remainingMinutes }) => remainingMinutes),
        ]}
        of={t`Hours left`}
        fileName="hours-left"
      />
    </details>
  );
}
