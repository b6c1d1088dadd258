import { formatDuration } from "@cimpro/domain";
import { Paper, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { InvoiceView } from "../api/answers.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { PeriodLabel } from "../figures/period-label.tsx";
import { TextLink } from "../page/text-link.tsx";
import { WhyLink } from "../why/why-link.tsx";
import { coverParts } from "./cover-parts.ts";
import classes from "./invoice-document.module.css";
import { lineText } from "./line-text.ts";

/** The document as the customer gets it: what it says was frozen at issue. Every amount can be asked why. */
export function InvoiceDocument({
  invoice,
  deliverableName,
}: {
  readonly invoice: InvoiceView;
  readonly deliverableName: (id: string) => string;
}) {
  const { parties, currency, lines, period, cover, policy } = invoice;
  return (
    <Paper component="article" withBorder className={classes.document ?? ""} aria-label={`Invoice ${invoice.number}`}>
      <header className={classes.head}>
        <Party side="From" party={parties.from} />
        <Party
          side="To"
          party={parties.to}
          name={
            <TextLink to="/accounts/$id" params={{ id: invoice.account }} c="inherit">
              {parties.to.name}
            </TextLink>
          }
        />
        <dl className={classes.facts}>
          <Fact label="Invoice">{invoice.number}</Fact>
          <Fact label="Issued">
            <DayLabel day={invoice.issuedOn} />
          </Fact>
          <Fact label="Due">
            <DayLabel day={invoice.dueOn} /> (on receipt)
          </Fact>
          {period === null ? null : (
            <Fact label="For">
              <PeriodLabel period={period} />
            </Fact>
          )}
        </dl>
      </header>
      <table className={classes.lines} aria-label="Lines">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">For</th>
            <th scope="col">Hours</th>
            <th scope="col">Per hour</th>
            <th scope="col">Amount</th>
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
                    {formatDuration(line.creditedMinutes)} credited since
                  </Text>
                )}
              </td>
              <td data-label="Hours">{formatDuration(line.minutes)}</td>
              <td data-label="Per hour">
                <Money amount={line.ratePerHour} currency={currency} />
              </td>
              <td data-label="Amount">
                <WhyLink why={`line-${line.line}`} label={`why line ${line.line}`}>
                  <Money amount={line.amount} currency={currency} />
                </WhyLink>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {invoice.tax === 0 ? null : (
            <>
              <Total label="Subtotal" amount={invoice.subtotal} currency={currency} />
              <Total label="Tax" amount={invoice.tax} currency={currency} />
            </>
          )}
          <tr data-total>
            <th scope="row" colSpan={4}>
              Total
            </th>
            <td>
              <WhyLink why="total" label="why this total">
                <Money amount={invoice.total} currency={currency} />
              </WhyLink>
            </td>
          </tr>
        </tfoot>
      </table>
      {cover === null ? null : (
        <section className={classes.cover}>
          <Text size="sm" fw={550} mb="xs">
            How the work of these days was covered
          </Text>
          <CoverBar label="Cover of the period" parts={coverParts(cover, invoice.total)} currency={currency} />
        </section>
      )}
      <Text size="xs" c="dimmed">
        Rates and rules as frozen at issue: {policy.id}, version {policy.version}.
      </Text>
    </Paper>
  );
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
