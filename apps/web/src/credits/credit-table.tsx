import { decimalOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import type { CreditMemoView } from "../api/answers.ts";
import { useApi, useApiClient } from "../api/context.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { PrintButton } from "../documents/print-button.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { creditReasonName } from "./credit-reasons.ts";

export function CreditTable({ account }: { readonly account: string }) {
  const client = useApiClient();
  const credits = useSuspenseInfiniteQuery(
    useApi().credit.list.infiniteQueryOptions({ account }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <Section title={t`Credit memos`} flush>
      <DataTable<CreditMemoView>
        label={t`Credit memos`}
        rows={credits.data.pages.flatMap(({ items }) => items)}
        rowKey={({ number }) => number}
        sort="fixed"
        fileName={`credit-memos-${account}`}
        empty={
          <Empty
            title={t`No credit memos`}
            next={t`An issued invoice never changes: it is corrected by a credit memo that names its lines.`}
          />
        }
        more={credits}
        columns={[
          { id: "number", label: t`Credit memo`, show: ({ number }) => number, value: ({ number }) => number },
          {
            id: "issued",
            label: t`Issued`,
            show: ({ issuedOn }) => <DayLabel day={issuedOn} />,
            value: ({ issuedOn }) => issuedOn,
          },
          {
            id: "invoice",
            label: t`Corrects`,
            show: ({ invoice, voids }) => (
              <>
                <TextLink to="/invoices/$number" params={{ number: invoice }}>
                  {invoice}
                </TextLink>
                {voids ? <> {t`(voided)`}</> : null}
              </>
            ),
            value: ({ invoice }) => invoice,
          },
          {
            id: "reason",
            label: t`Reason`,
            show: ({ reason }) => creditReasonName(reason),
            value: ({ reason }) => reason,
          },
          { id: "note", label: t`Note`, wide: true, show: ({ note }) => note, value: ({ note }) => note },
          {
            id: "total",
            label: t`Total`,
            figures: true,
            beside: true,
            show: ({ total, currency }) => <Money amount={total} currency={currency} />,
            value: ({ total }) => total,
            csv: ({ total, currency }) => decimalOf(total, currency),
          },
          {
            id: "pdf",
            label: "",
            figures: true,
            show: ({ number }) => (
              <PrintButton
                size="compact-xs"
                label={number}
                print={() => client.document.creditMemo.query({ number, account })}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
