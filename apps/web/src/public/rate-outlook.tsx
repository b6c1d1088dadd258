import { forecastRates, type Policy } from "@cimpro/domain";
import { Skeleton, Table, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
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
      title="What may the rate become?"
      note={
        <>
          A forecast for budgets, not an announcement: no rate changes by itself.
          <ClauseNotes ids={["RATE-4"]} />
        </>
      }
      flush
    >
      <div style={{ paddingInline: "var(--mantine-spacing-md)" }}>
        {last === undefined ? null : (
          <Text size="sm" mb="sm">
            {formatMoney(base, currency)} an hour now; in {last.year} years between {formatMoney(last.low, currency)}{" "}
            and {formatMoney(last.high, currency)}.
          </Text>
        )}
        <Suspense fallback={<Skeleton h={240} />}>
          <RateChart forecast={forecast} />
        </Suspense>
      </div>
      <Table aria-label="What may the rate become?">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Year</Table.Th>
            <Table.Th ta="right">From</Table.Th>
            <Table.Th ta="right">To</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">Now</Table.Th>
            <Table.Td ta="right" colSpan={2}>
              <Money amount={base} currency={currency} />
            </Table.Td>
          </Table.Tr>
          {years.map(({ year, low, high }) => (
            <Table.Tr key={year}>
              <Table.Th scope="row">In {year === 1 ? "a year" : `${year} years`}</Table.Th>
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
    </Section>
  );
}
