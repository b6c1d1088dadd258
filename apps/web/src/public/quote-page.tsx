import { type LeadTime, type Policy, parseDuration, type Quote, quote } from "@cimpro/domain";
import { Group, SegmentedControl, SimpleGrid, Stack, Table, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { formatDay } from "../figures/day-text.ts";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { formatMoney } from "../figures/money-text.ts";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { ClauseNotes } from "./clause-notes.tsx";
import { ifLate } from "./if-late.ts";
import { RateOutlook } from "./rate-outlook.tsx";
import { useOffer } from "./use-offer.ts";

const route = getRouteApi("/_public/quote");

/** What so many hours would cost, and what happens if we are late. */
export function QuotePage() {
  const { policy, today } = useOffer();
  const { hours = "10", lead = "standard", on = today } = route.useSearch();
  const duration = parseDuration(hours, "hours");
  const answer =
    duration.ok && duration.minutes > 0 ? quote({ minutes: duration.minutes, leadTime: lead, on }, policy) : null;
  const fault = duration.ok ? "Write more than zero hours." : duration.message;
  return (
    <Page
      title="What would it cost?"
      answer={
        answer === null
          ? "Say how many hours, and the answer is here."
          : `${formatMoney(answer.total, answer.currency)} for ${hoursWords(hours)} of ${leadWords[lead]} work agreed on ${formatDay(on, today)}.`
      }
    >
      <QuoteForm hours={hours} lead={lead} on={on} fault={answer === null ? fault : null} />
      {answer === null ? null : (
        <>
          <QuoteLines answer={answer} />
          <LateCases answer={answer} on={on} policy={policy} />
        </>
      )}
      <RateOutlook policy={policy} on={on} />
    </Page>
  );
}

const leadWords: Readonly<Record<LeadTime, string>> = { standard: "standard", expedited: "expedited", rush: "rush" };
const hoursWords = (hours: string): string => (/^\d+([.,]\d+)?$/.test(hours.trim()) ? `${hours.trim()} h` : hours);

function QuoteForm({
  hours,
  lead,
  on,
  fault,
}: {
  readonly hours: string;
  readonly lead: LeadTime;
  readonly on: string;
  readonly fault: string | null;
}) {
  const navigate = route.useNavigate();
  const set = (changes: { hours?: string; lead?: LeadTime; on?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...changes }), replace: true, resetScroll: false });
  const setHours = useDebouncedCallback((text: string) => set({ hours: text }), 150);
  return (
    <Section title="The work">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label="Hours"
          description="12, 12.5, 1h30 or 90m"
          defaultValue={hours}
          error={fault}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
        <Stack gap={4}>
          <Text size="sm" fw={500} id="lead-time">
            Lead time
          </Text>
          <Text size="xs" c="dimmed">
            Sooner for a premium, where available
          </Text>
          <SegmentedControl
            aria-labelledby="lead-time"
            fullWidth
            value={lead}
            data={[
              { value: "standard", label: "Standard" },
              { value: "expedited", label: "Expedited" },
              { value: "rush", label: "Rush" },
            ]}
            onChange={(chosen) => set({ lead: chosen as LeadTime })}
          />
        </Stack>
        <TextInput
          type="date"
          label="Agreed on"
          description="The rate of that day holds"
          value={on}
          onChange={(event) => event.currentTarget.value !== "" && set({ on: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Section>
  );
}

function QuoteLines({ answer }: { readonly answer: Quote }) {
  const { currency, lines, total } = answer;
  return (
    <Section title="The quote" flush>
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Line</Table.Th>
              <Table.Th ta="right">Hours</Table.Th>
              <Table.Th ta="right">Rate</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.kind}>
                <Table.Td>
                  <Text size="sm">{line.kind === "labor" ? "Work at the standard rate" : "Premium"}</Text>
                  <ClauseNotes ids={line.clauses} />
                </Table.Td>
                <Table.Td ta="right">
                  <Duration minutes={line.minutes} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money amount={line.ratePerHour} currency={currency} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money amount={line.amount} currency={currency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={3}>Total</Table.Th>
              <Table.Th ta="right">
                <Money amount={total} currency={currency} />
              </Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function LateCases({ answer, on, policy }: { readonly answer: Quote; readonly on: string; readonly policy: Policy }) {
  const cases = ifLate(answer, on, policy);
  if (cases.length === 0) return null;
  const { currency } = answer;
  return (
    <Section
      title="What if we are late?"
      note="The dates are agreed in the SOW. Days we wait for you, for the product team or for a payment move them."
    >
      <Stack gap="md">
        {cases.map(({ when, what, total, credit, clauses }) => (
          <Group key={when} justify="space-between" align="flex-start" gap="sm">
            <div>
              <Text size="sm" fw={600}>
                {when}
              </Text>
              <Text size="sm">{what}.</Text>
              <ClauseNotes ids={clauses} />
            </div>
            <div>
              <Text ta="right" fw={600}>
                <Money amount={total} currency={currency} />
              </Text>
              <Text ta="right" size="sm" c="dimmed">
                {credit === 0 ? "nothing credited" : `${formatMoney(credit, currency)} credited`}
              </Text>
            </div>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
