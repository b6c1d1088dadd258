import { type Day, formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Paper, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { InvoiceView } from "../api/answers.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";
import { CsvButton } from "../data-table/csv-button.tsx";
import { formatDay, formatPeriod } from "../figures/day-text.ts";
import { Money } from "../figures/money.tsx";
import { TextLink } from "../page/text-link.tsx";
import { WhyLink } from "../why/why-link.tsx";
import { coverParts } from "./cover-parts.ts";
import classes from "./invoice-document.module.css";
import { lineColumns } from "./line-columns.ts";
import { lineText } from "./line-text.ts";

/** The document as the customer gets it: what it says was frozen at issue. Every amount can be asked why. */
export function InvoiceDocument({
  invoice,
  deliverableName,
}: {
  readonly invoice: InvoiceView;
  readonly deliverableName: (id: string) => string;
}) {
  const { number, parties, currency, lines, period, cover } = invoice;
  const { id: policy, version } = invoice.policy;
  return (
    <Paper component="article" withBorder className={classes.document ?? ""} aria-label={t`Invoice ${number}`}>
      <header className={classes.head}>
        <Party side={t`From`} party={parties.from} />
        <Party
          side={t`To`}
          party={parties.to}
          name={
            <TextLink to="/accounts/$id" params={{ id: invoice.account }} c="inherit">
              {parties.to.name}
            </TextLink>
          }
        />
        <dl className={classes.facts}>
          <Fact label={t`Invoice`}>{number}</Fact>
          <Fact label={t`Issued`}>
            <DatedDay day={invoice.issuedOn} />
          </Fact>
          <Fact label={t`Due`}>
            <Trans>
              <DatedDay day={invoice.dueOn} /> (on receipt)
            </Trans>
          </Fact>
          {period === null ? null : (
            <Fact label={t`For`}>
              <span className="figure">{formatPeriod(period, noYear)}</span>
            </Fact>
          )}
        </dl>
      </header>
      <table className={classes.lines} aria-label={t`Lines`}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">
              <Trans>For</Trans>
            </th>
            <th scope="col">
              <Trans>Hours</Trans>
            </th>
            <th scope="col">
              <Trans>Per hour</Trans>
            </th>
            <th scope="col">
              <Trans>Amount</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <td>{line.line}</td>
              <td>
                {lineText(line, deliverableName)}
                {line.creditedMinutes === 0 ? null : (
                  <Text size="xs" c="dimmed" data-no-print>
                    <CreditedSince minutes={line.creditedMinutes} />
                  </Text>
                )}
              </td>
              <td data-label={t`Hours`}>{line.minutes === 0 ? "–" : formatDuration(line.minutes)}</td>
              <td data-label={t`Per hour`}>
                {line.minutes === 0 ? "–" : <Money amount={line.ratePerHour} currency={currency} />}
              </td>
              <td data-label={t`Amount`}>
                <WhyLink why={`line-${line.line}`} label={whyLine(line.line)}>
                  <Money amount={line.amount} currency={currency} />
                </WhyLink>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {invoice.tax === 0 ? null : (
            <>
              <Total label={t`Subtotal`} amount={invoice.subtotal} currency={currency} />
              <Total label={t`Tax`} amount={invoice.tax} currency={currency} />
            </>
          )}
          <tr data-total>
            <th scope="row" colSpan={4}>
              <Trans>Total</Trans>
            </th>
            <td>
              <WhyLink why="total" label={t`why this total`}>
                <Money amount={invoice.total} currency={currency} />
              </WhyLink>
            </td>
          </tr>
        </tfoot>
      </table>
      {cover === null ? null : (
        <section className={classes.cover}>
          <Text size="sm" fw={550} mb="xs">
            <Trans>How the work of these days was covered</Trans>
          </Text>
          <CoverBar label={t`Cover of the period`} parts={coverParts(cover, invoice.total)} currency={currency} />
        </section>
      )}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          <Trans>
            Rates and rules as frozen at issue: {policy}, version {version}.
          </Trans>
        </Text>
        <div data-no-print>
          <CsvButton rows={lines} columns={lineColumns(currency, deliverableName)} fileName={number} of={number} />
        </div>
      </Group>
    </Paper>
  );
}

/** A document outlives its year: its dates say theirs. */
const noYear = "0001-01-01";

function DatedDay({ day }: { readonly day: Day }) {
  return (
    <time dateTime={day} className="figure">
      {formatDay(day, noYear)}
    </time>
  );
}

const whyLine = (line: number): string => t`why line ${line}`;

function CreditedSince({ minutes }: { readonly minutes: number }) {
  const hours = formatDuration(minutes);
  return <Trans>{hours} credited since</Trans>;
}

function Party({
  side,
  party,
  name,
}: {
  readonly side: string;
  readonly party: InvoiceView["parties"]["from"];
  readonly name?: ReactNode;
}) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {side}
      </Text>
      <Text fw={600}>{name ?? party.name}</Text>
      <Text size="sm" style={{ whiteSpace: "pre-line" }}>
        {[party.address, party.email].filter(Boolean).join("\n")}
      </Text>
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Total({
  label,
  amount,
  currency,
}: {
  readonly label: string;
  readonly amount: number;
  readonly currency: string;
}) {
  return (
    <tr>
      <th scope="row" colSpan={4}>
        {label}
      </th>
      <td>
        <Money amount={amount} currency={currency} />
      </td>
    </tr>
  );
}
