import {
  decimalOf,
  formatDuration,
  type LeadTime,
  type Policy,
  parseDuration,
  type Quote,
  quote,
} from "@cimpro/domain";
import { select, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Input, SegmentedControl, SimpleGrid, Stack, Table, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { CsvButton } from "../data-table/csv-button.tsx";
import { plainColumn } from "../data-table/plain-column.ts";
import { formatDay } from "../figures/day-text.ts";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { formatMoney } from "../figures/money-text.ts";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { ClauseNotes } from "./clause-notes.tsx";
import { ifLate } from "./if-late.ts";
import { RateOutlook } from "./rate-outlook.tsx";
import { SaveQuote } from "./save-quote.tsx";
import { useOffer } from "./use-offer.ts";

const route = getRouteApi("/_public/quote");

/** What so many hours would cost, and what happens if we are late. */
export function QuotePage() {
  const { policy, today } = useOffer();
  const { hours = "10", lead = "standard", on = today } = route.useSearch();
  const duration = parseDuration(hours, "hours");
  const answer =
    duration.ok && duration.minutes > 0 ? quote({ minutes: duration.minutes, leadTime: lead, on }, policy) : null;
  const fault = duration.ok ? t`Write more than zero hours.` : duration.message;
  return (
    <Page
      title={t`What would it cost?`}
      answer={
        answer === null
          ? t`Say how many hours, and the answer is here.`
          : answerWords(formatMoney(answer.total, answer.currency), hoursWords(hours), lead, formatDay(on, today))
      }
    >
      <QuoteForm hours={hours} lead={lead} on={on} fault={answer === null ? fault : null} />
      {answer === null ? null : (
        <>
          <QuoteLines answer={answer} on={on} />
          <LateCases answer={answer} on={on} policy={policy} />
        </>
      )}
      <RateOutlook policy={policy} on={on} />
    </Page>
  );
}

const answerWords = (amount: string, duration: string, lead: LeadTime, day: string): string =>
  t`${amount} for ${duration} of ${select(lead, { expedited: "expedited", rush: "rush", other: "standard" })} work agreed on ${day}.`;
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
    <Section title={t`The work`}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={t`Hours`}
          description="12, 12.5, 1h30 or 90m"
          defaultValue={hours}
          error={fault}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
        <Input.Wrapper
          labelElement="div"
          label={t`Lead time`}
          labelProps={{ id: "lead-time" }}
          description={t`Sooner for a premium, where available`}
        >
          <SegmentedControl
            mt={5}
            aria-labelledby="lead-time"
            fullWidth
            value={lead}
            data={[
              { value: "standard", label: t`Standard` },
              { value: "expedited", label: t`Expedited` },
              { value: "rush", label: t`Rush` },
            ]}
            onChange={(chosen) => set({ lead: chosen as LeadTime })}
          />
        </Input.Wrapper>
        <TextInput
          type="date"
          label={t`Agreed on`}
          description={t`The rate of that day holds`}
          value={on}
          onChange={(event) => event.currentTarget.value !== "" && set({ on: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Section>
  );
}

type Line = Quote["lines"][number];

const lineName = ({ kind }: Line): string => (kind === "labor" ? t`Work at the standard rate` : t`Premium`);

function QuoteLines({ answer, on }: { readonly answer: Quote; readonly on: string }) {
  const { currency, leadTime, lines, minutes, total } = answer;
  return (
    <Section
      title={t`The quote`}
      flush
      actions={
        <Group gap="xs">
          <CsvButton
            rows={lines}
            columns={[
              plainColumn<Line>("line", t`Line`, lineName),
              plainColumn<Line>("minutes", t`Minutes`, (line) => line.minutes),
              plainColumn<Line>("rate", t`Rate`, ({ ratePerHour }) => decimalOf(ratePerHour, currency)),
              plainColumn<Line>("amount", t`Amount`, ({ amount }) => decimalOf(amount, currency)),
            ]}
            of={t`The quote`}
            fileName="quote"
          />
          <SaveQuote minutes={minutes} leadTime={leadTime} on={on} />
        </Group>
      }
    >
      <Table.ScrollContainer minWidth={320}>
        <Table data-flush>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Line</Trans>
              </Table.Th>
              <Table.Th ta="right" visibleFrom="sm">
                <Trans>Hours</Trans>
              </Table.Th>
              <Table.Th ta="right" visibleFrom="sm">
                <Trans>Rate</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Amount</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.kind}>
                <Table.Td>
                  <Text size="sm">{lineName(line)}</Text>
                  <Text size="sm" c="dimmed" hiddenFrom="sm">
                    {timesWords(line.minutes, formatMoney(line.ratePerHour, currency))}
                  </Text>
                  <ClauseNotes ids={line.clauses} />
                </Table.Td>
                <Table.Td ta="right" visibleFrom="sm">
                  <Duration minutes={line.minutes} />
                </Table.Td>
                <Table.Td ta="right" visibleFrom="sm">
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
              <Table.Th>
                <Trans>Total</Trans>
              </Table.Th>
              <Table.Td visibleFrom="sm" />
              <Table.Td visibleFrom="sm" />
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
      title={t`What if we are late?`}
      note={t`The dates are agreed in the SOW. Days we wait for you, for the product team or for a payment move them.`}
    >
      <Stack gap="md">
        {cases.map(({ when, what, total, credit, clauses }) => (
          <Group key={when} justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
            <div>
              <Text size="sm" fw={600}>
                {when}
              </Text>
              <Text size="sm">{what}.</Text>
              <ClauseNotes ids={clauses} />
            </div>
            <div style={{ flexShrink: 0 }}>
              <Text ta="right" fw={600}>
                <Money amount={total} currency={currency} />
              </Text>
              <Text ta="right" size="sm" c="dimmed">
                {creditWords(credit, formatMoney(credit, currency))}
              </Text>
            </div>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

/** On a phone, what stands in columns of its own elsewhere. */
function timesWords(minutes: number, rate: string): string {
  const duration = formatDuration(minutes);
  return t`${duration} × ${rate}`;
}

const creditWords = (credit: number, amount: string): string =>
  credit === 0 ? t`nothing credited` : t`${amount} credited`;
