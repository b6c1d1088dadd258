import type { InvoiceView } from "../api/answers.ts";
import { creditReasons } from "../credits/credit-reasons.ts";
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
      <Section title="Paid and credited">
        <table className={classes.rows} aria-label="Paid and credited">
          <tbody>
            <tr>
              <th scope="row">Total</th>
              <td>
                <Money amount={invoice.total} currency={currency} />
              </td>
            </tr>
            {applications.map(({ kind, reference, amount, on }) => (
              <tr key={`${kind} ${reference} ${on}`}>
                <th scope="row">
                  {kind === "payment" ? "Payment" : reference}, <DayLabel day={on} />
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
              <th scope="row">To pay</th>
              <td>
                <WhyLink why="balance" label="why this balance">
                  <Money amount={invoice.balance} currency={currency} />
                </WhyLink>
              </td>
            </tr>
          </tbody>
        </table>
        {voidedBy === null ? null : <p className={classes.voided}>Voided by {voidedBy}.</p>}
      </Section>
    </div>
  );
}

function Reason({ credit }: { readonly credit: InvoiceView["credits"][number] | undefined }) {
  return credit === undefined ? null : <> ({creditReasons[credit.reason].toLowerCase()})</>;
}
