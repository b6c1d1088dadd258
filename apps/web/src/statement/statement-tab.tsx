import { decimalOf } from "@cimpro/domain";
import { Group, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { StatementView } from "../api/answers.ts";
import { useApi, useApiClient } from "../api/context.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { PrintButton } from "../documents/print-button.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { DayField } from "../forms/day-field.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";

type Line = StatementView["lines"][number];

const kinds: Readonly<Record<Line["kind"], string>> = {
  invoice: "Invoice",
  "credit-memo": "Credit memo",
  payment: "Payment",
  "payment-reversal": "Payment reversed",
};

/** Everything that changed what the account owes, with the running balance. */
export function StatementTab({ account }: { readonly account: string }) {
  const { from, to } = useSearch({ strict: false });
  const navigate = useNavigate();
  const api = useApiClient();
  const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const statement = useSuspenseQuery(useApi().statement.show.queryOptions({ account, ...period })).data;
  const { currency } = statement;
  const set = (name: "from" | "to") => (day: string | null) =>
    navigate({
      to: ".",
      search: (search: Record<string, unknown>) => ({ ...search, [name]: day ?? undefined }),
      resetScroll: false,
    });
  return (
    <Section
      title="Statement"
      note={
        <>
          {statement.closing < 0 ? "In credit with " : "Owes "}
          <Money amount={statement.closing} currency={currency} /> at the end of <DayLabel day={statement.to} />
        </>
      }
      flush
      actions={
        <Group gap="xs" data-no-print>
          <DayField
            aria-label="From"
            placeholder="from the start"
            size="xs"
            clearable
            value={from ?? null}
            onChange={set("from")}
          />
          <DayField
            aria-label="To"
            placeholder="until today"
            size="xs"
            clearable
            value={to ?? null}
            onChange={set("to")}
          />
          <PrintButton label="the statement" print={() => api.document.statement.query({ account, ...period })} />
        </Group>
      }
    >
      <DataTable<Line>
        label="Statement"
        rows={statement.lines}
        rowKey={({ kind, reference }) => `${kind} ${reference}`}
        sort="fixed"
        fileName={`statement-${account}-${statement.to}`}
        empty={
          <Empty title="Nothing happened in these days" next="Invoices, credit memos and payments show up here." />
        }
        after={
          <Text size="xs" c="dimmed" title={statement.head.hash}>
            Opening balance <Money amount={statement.opening} currency={currency} />. Journal at {statement.head.seq},{" "}
            {statement.head.hash.slice(0, 12)}
          </Text>
        }
        columns={[
          { id: "on", label: "Date", show: ({ on }) => <DayLabel day={on} />, value: ({ on }) => on },
          { id: "kind", label: "What", show: ({ kind }) => kinds[kind], value: ({ kind }) => kinds[kind] },
          {
            id: "reference",
            label: "Document",
            show: ({ kind, reference }) =>
              kind === "invoice" ? (
                <TextLink to="/invoices/$number" params={{ number: reference }}>
                  {reference}
                </TextLink>
              ) : kind === "credit-memo" ? (
                reference
              ) : (
                <span title={reference}>{reference.slice(0, 8)}</span>
              ),
            value: ({ reference }) => reference,
          },
          {
            id: "amount",
            label: "Change",
            figures: true,
            beside: true,
            show: ({ amount }) => <Money amount={amount} currency={currency} />,
            csv: ({ amount }) => decimalOf(amount, currency),
          },
          {
            id: "balance",
            label: "Balance",
            figures: true,
            show: ({ balance }) => <Money amount={balance} currency={currency} />,
            csv: ({ balance }) => decimalOf(balance, currency),
          },
        ]}
      />
    </Section>
  );
}
