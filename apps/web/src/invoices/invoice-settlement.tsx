import { select, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { InvoiceView } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { Section } from "../page/section.tsx";
import { WhyLink } from "../why/why-link.tsx";
import classes from "./invoice-settlement.module.css";

/** What has been taken off the invoice since its issue, and what is left. */
export function InvoiceSettlement({ invoice }: { readonly invoice: InvoiceView }) {
  const { currency, applications, credits, voidedBy } = invoice;
  return (
    <div className={classes.settlement} data-no-print>
      <Section title={t`Paid and credited`}>
        <table className={classes.rows} aria-label={t`Paid and credited`}>
          <tbody>
            <tr>
              <th scope="row">
                <Trans>Total</Trans>
              </th>
              <td>
                <Money amount={invoice.total} currency={currency} />
              </td>
            </tr>
            {applications.map(({ kind, reference, amount, on }) => (
              <tr key={`${kind} ${reference} ${on}`}>
                <th scope="row">
                  {kind === "payment" ? (
                    <Trans>
                      Payment, <DayLabel day={on} />
                    </Trans>
                  ) : (
                    <Trans>
                      {reference}, <DayLabel day={on} />
                    </Trans>
                  )}
                  {kind === "credit-memo" ? (
                    <Reason credit={credits.find(({ number }) => number === reference)} />
                  ) : null}
                </th>
                <td>
                  <Money amount={-amount} currency={currency} />
                </td>
              </tr>
            ))}
            <tr data-total>
              <th scope="row">
                <Trans>To pay</Trans>
              </th>
              <td>
                <WhyLink why="balance" label={t`why this balance`}>
                  <Money amount={invoice.balance} currency={currency} />
                </WhyLink>
              </td>
            </tr>
          </tbody>
        </table>
        {voidedBy === null ? null : (
          <p className={classes.voided}>
            <Trans>Voided by {voidedBy}.</Trans>
          </p>
        )}
      </Section>
    </div>
  );
}

function Reason({ credit }: { readonly credit: InvoiceView["credits"][number] | undefined }) {
  if (credit === undefined) return null;
  return <> {select(credit.reason, { rebill: "(bill again)", waive: "(waived)", other: "(premium settled)" })}</>;
}
