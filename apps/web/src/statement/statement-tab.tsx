import { decimalOf } from "@cimpro/domain";
import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { StatementView } from "../api/answers.ts";
import { useApi, useApiClient } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { PrintButton } from "../documents/print-button.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { formatDay } from "../figures/day-text.ts";
import { Money } from "../figures/money.tsx";
import { DayField } from "../forms/day-field.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import classes from "./statement.module.css";

type Line = StatementView["lines"][number];

const kinds: Readonly<Record<Line["kind"], MessageDescriptor>> = {
  invoice: msg`Invoice`,
  "credit-memo": msg`Credit memo`,
  payment: msg`Payment`,
  "payment-reversal": msg`Payment reversed`,
};

/** Everything that changed what the account owes, with the running balance. */
export function StatementTab({ account }: { readonly account: string }) {
  const { from, to } = useSearch({ strict: false });
  const navigate = useNavigate();
  const api = useApiClient();
  const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const statement = useSuspenseQuery(useApi().statement.show.queryOptions({ account, ...period })).data;
  const { currency, head } = statement;
  const [sequence, hash] = [head.seq, head.hash.slice(0, 12)];
  const set = (name: "from" | "to") => (day: string | null) =>
    navigate({
      to: ".",
      search: (search: Record<string, unknown>) => ({ ...search, [name]: day ?? undefined }),
      resetScroll: false,
    });
  return (
    <div className={classes.statement}>
      <Letterhead account={account} statement={statement} />
      <Section
        title={t`Statement`}
        note={<Closing statement={statement} />}
        flush
        actions={
          <Group gap="xs" data-no-print>
            <DayField
              aria-label={t`From`}
              placeholder={t`from the start`}
              size="xs"
              clearable
              value={from ?? null}
              onChange={set("from")}
            />
            <DayField
              aria-label={t`To`}
              placeholder={t`until today`}
              size="xs"
              clearable
              value={to ?? null}
              onChange={set("to")}
            />
            <PrintButton label={t`the statement`} print={() => api.document.statement.query({ account, ...period })} />
          </Group>
        }
      >
        <DataTable<Line>
          label={t`Statement`}
          rows={statement.lines}
          rowKey={({ kind, reference }) => `${kind} ${reference}`}
          sort="fixed"
          fileName={`statement-${account}-${statement.to}`}
          empty={
            <Empty
              title={t`Nothing happened in these days`}
              next={t`Invoices, credit memos and payments show up here.`}
            />
          }
          after={
            <Text size="xs" c="dimmed" title={head.hash}>
              <Trans>
                Opening balance <Money amount={statement.opening} currency={currency} />. Journal at {sequence}, {hash}
              </Trans>
            </Text>
          }
          columns={[
            { id: "on", label: t`Date`, show: ({ on }) => <DayLabel day={on} />, value: ({ on }) => on },
            {
              id: "kind",
              label: t`What`,
              show: ({ kind }) => i18n._(kinds[kind]),
              value: ({ kind }) => i18n._(kinds[kind]),
            },
            {
              id: "reference",
              label: t`Document`,
              show: ({ kind, reference }) =>
                kind === "invoice" ? (
                  <TextLink to="/invoices/$number" params={{ number: reference }}>
                    {reference}
                  </TextLink>
                ) : kind === "credit-memo" ? (
                  reference
                ) : (
                  <Text span inherit c="dimmed" title={reference}>
                    {reference.slice(0, 8)}
                  </Text>
                ),
              value: ({ reference }) => reference,
            },
            {
              id: "amount",
              label: t`Change`,
              figures: true,
              beside: true,
              show: ({ amount }) => <Money amount={amount} currency={currency} />,
              csv: ({ amount }) => decimalOf(amount, currency),
            },
            {
              id: "balance",
              label: t`Balance`,
              figures: true,
              show: ({ balance }) => <Money amount={balance} currency={currency} />,
              csv: ({ balance }) => decimalOf(balance, currency),
            },
          ]}
        />
      </Section>
    </div>
  );
}

/** On paper only: who says this to whom, and of which days. */
function Letterhead({
  account,
  statement: { from, to },
}: {
  readonly account: string;
  readonly statement: StatementView;
}) {
  const { practice, today } = useSession();
  const { name, address } = useSuspenseQuery(useApi().account.show.queryOptions({ account })).data;
  const last = formatDay(to, today);
  const first = from === null ? null : formatDay(from, today);
  return (
    <div className={classes.letterhead}>
      <div>
        <strong>{practice.name}</strong>
        <div>
          {first === null ? (
            <Trans>to {last}</Trans>
          ) : (
            <Trans>
              {first} to {last}
            </Trans>
          )}
        </div>
      </div>
      <div>
        <strong>{name}</strong>
        <div style={{ whiteSpace: "pre-line" }}>{address}</div>
      </div>
    </div>
  );
}

function Closing({ statement: { closing, currency, to } }: { readonly statement: StatementView }) {
  const day = <DayLabel day={to} />;
  return closing < 0 ? (
    <Trans>
      In credit with <Money amount={-closing} currency={currency} /> at the end of {day}
    </Trans>
  ) : (
    <Trans>
      Owes <Money amount={closing} currency={currency} /> at the end of {day}
    </Trans>
  );
}
