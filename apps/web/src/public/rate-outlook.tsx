import { decimalOf, forecastRates, type Policy, type RateForecast } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Skeleton, Table, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { CsvButton } from "../data-table/csv-button.tsx";
import { plainColumn } from "../data-table/plain-column.ts";
import { Money } from "../figures/money.tsx";
import { formatMoney } from "../figures/money-text.ts";
import { Section } from "../page/section.tsx";
import { ClauseNotes } from "./clause-notes.tsx";

// Charts are the heaviest part of the dashboard; they come when one is shown.
const RateChart = lazy(async () => ({ default: (await import("./rate-chart.tsx")).RateChart }));

/** The range in which the standard rate may lie in coming years; a forecast only (RATE-4). */
export function RateOutlook({ policy, on }: { readonly policy: Policy; readonly on: string }) {
  const forecast = forecastRates({ years: 5, on }, policy);
  const { base, years, currency } = forecast;
  const last = years.at(-1);
  return (
    <Section
      title={t`What may the rate become?`}
      note={
        <>
          <Trans>A forecast for budgets, not an announcement: no rate changes by itself.</Trans>
          <ClauseNotes ids={["RATE-4"]} />
        </>
      }
      flush
    >
      <div style={{ paddingInline: "var(--mantine-spacing-md)" }}>
        {last === undefined ? null : (
          <Text size="sm" mb="sm">
            {outlookWords(forecast, last)}
          </Text>
        )}
        <Suspense fallback={<Skeleton h={240} />}>
          <RateChart forecast={forecast} />
        </Suspense>
      </div>
      <Table aria-label={t`What may the rate become?`} mt="md" data-flush>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Year</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>From</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>To</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">
              <Trans>Now</Trans>
            </Table.Th>
            <Table.Td ta="right" colSpan={2}>
              <Money amount={base} currency={currency} />
            </Table.Td>
          </Table.Tr>
          {years.map(({ year, low, high }) => (
            <Table.Tr key={year}>
              <Table.Th scope="row">{plural(year, { one: "In a year", other: "In # years" })}</Table.Th>
              <Table.Td ta="right">
                <Money amount={low} currency={currency} />
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={high} currency={currency} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group px="md" mt="xs">
        <CsvButton
          rows={[{ year: 0, low: base, high: base }, ...years]}
          columns={[
            plainColumn<YearRange>("year", t`Years from now`, ({ year }) => year),
            plainColumn<YearRange>("low", t`From`, ({ low }) => decimalOf(low, currency)),
            plainColumn<YearRange>("high", t`To`, ({ high }) => decimalOf(high, currency)),
          ]}
          of={t`What may the rate become?`}
          fileName={`rate-forecast-${on}`}
        />
      </Group>
    </Section>
  );
}

type YearRange = RateForecast["years"][number];

function outlookWords({ base, currency }: RateForecast, { year, low, high }: RateForecast["years"][number]): string {
  const [now, least] = [formatMoney(base, currency), formatMoney(low, currency)];
  const most = formatMoney(high, currency);
  return t`${now} an hour now; ${plural(year, { one: "in a year", other: "in # years" })} between ${least} and ${most}.`;
}
