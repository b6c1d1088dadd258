import { decimalOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import type { PaymentView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useSession } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ReversePayment } from "./reverse-payment.tsx";

/** Money received and where it went. */
export function PaymentTable({ account }: { readonly account: string }) {
  const { currency } = useSession().practice;
  const mayTakeMoney = useMay("payment.reverse");
  const payments = useSuspenseInfiniteQuery(
    useApi().payment.list.infiniteQueryOptions({ account }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <Section
      title={t`Payments`}
      flush
      actions={
        mayTakeMoney ? (
          <AskLink ask="payment" size="xs">
            <Trans>Record payment</Trans>
          </AskLink>
        ) : null
      }
    >
      <DataTable<PaymentView>
        label={t`Payments`}
        rows={payments.data.pages.flatMap(({ items }) => items)}
        rowKey={({ id }) => id}
        sort="fixed"
        fileName={`payments-${account}`}
        empty={
          <Empty
            title={t`No payments yet`}
            next={
              mayTakeMoney
                ? t`Record money when it comes in; it goes to open invoices, oldest first.`
                : t`Money goes to open invoices, oldest first.`
            }
          />
        }
        more={payments}
        columns={[
          { id: "on", label: t`Received`, show: ({ on }) => <DayLabel day={on} />, value: ({ on }) => on },
          {
            id: "amount",
            label: t`Amount`,
            figures: true,
            beside: true,
            show: ({ amount }) => <Money amount={amount} currency={currency} />,
            value: ({ amount }) => amount,
            csv: ({ amount }) => decimalOf(amount, currency),
          },
          { id: "applied", label: t`Went to`, show: (payment) => <Applied payment={payment} currency={currency} /> },
          { id: "note", label: t`Note`, wide: true, show: ({ note }) => note, value: ({ note }) => note },
          {
            id: "reverse",
            label: "",
            figures: true,
            show: (payment) =>
              payment.reversedOn === null ? (
                mayTakeMoney ? (
                  <ReversePayment payment={payment} currency={currency} />
                ) : null
              ) : (
                <StateBadge tone="quiet">
                  <Trans>Reversed</Trans>
                </StateBadge>
              ),
          },
        ]}
      />
    </Section>
  );
}

function Applied({ payment, currency }: { readonly payment: PaymentView; readonly currency: string }) {
  return (
    <span>
      {payment.applications.map(({ invoice, amount }, at) => (
        <span key={`${invoice} ${amount}`}>
          {at === 0 ? "" : ", "}
          <TextLink to="/invoices/$number" params={{ number: invoice }}>
            {invoice}
          </TextLink>
          {payment.applications.length === 1 && payment.unapplied === 0 ? null : (
            <>
              {" "}
              <Money amount={amount} currency={currency} />
            </>
          )}
        </span>
      ))}
      {payment.unapplied === 0 ? null : (
        <>
          {payment.applications.length === 0 ? "" : ", "}{" "}
          <Trans>
            credit <Money amount={payment.unapplied} currency={currency} />
          </Trans>
        </>
      )}
    </span>
  );
}
