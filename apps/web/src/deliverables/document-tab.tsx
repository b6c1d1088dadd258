import { decimalOf } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { SowView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { PrintButton } from "../documents/print-button.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import type { TabProps } from "./deliverable-tabs.tsx";

const states: Readonly<Record<SowView["state"], { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  issued: { tone: "soon", word: msg`issued` },
  approved: { tone: "good", word: msg`approved` },
  replaced: { tone: "quiet", word: msg`replaced` },
};

/** What was written down about it and sealed: its SOWs, the deposit's invoice, the dossier of its gates. */
export function DocumentTab({ work }: TabProps) {
  const api = useApi();
  const queries = useQueryClient();
  const mayApprove = useMay("sow.approve");
  const about = { account: work.account, deliverable: work.id };
  const { currency } = work;
  const deposit = work.approved?.deposit.invoice ?? null;
  const memos = work.premiumDecision?.creditMemos ?? [];
  return (
    <>
      <Section title={t`Statements of work`} note={t`All costs but change orders; sealed once approved`} flush>
        <DataTable<SowView>
          label={t`Statements of work`}
          rows={work.sows}
          rowKey={({ id }) => id}
          sort="fixed"
          fileName={`statements-of-work-${work.account}-${work.id}`}
          empty={
            <Empty
              title={t`No statement of work yet`}
              next={t`It says scope, estimates, lead time, rate and deposit. The customer's budget holder approves it.`}
            />
          }
          columns={[
            { id: "id", label: t`Document`, show: ({ id }) => id, value: ({ id }) => id },
            {
              id: "state",
              label: t`State`,
              show: ({ state, approvedOn, approvedBy, validUntil, seal }) => (
                <div>
                  <StateBadge tone={states[state].tone}>{i18n._(states[state].word)}</StateBadge>
                  <Text size="xs" c="dimmed" component="div" title={seal ?? ""}>
                    {approvedOn === null ? (
                      <Trans>
                        valid until <DayLabel day={validUntil} />
                      </Trans>
                    ) : (
                      <>
                        {approvedBy}, <DayLabel day={approvedOn} />
                      </>
                    )}
                  </Text>
                </div>
              ),
              value: ({ state }) => state,
            },
            {
              id: "issued",
              label: t`Issued`,
              show: ({ issuedOn }) => <DayLabel day={issuedOn} />,
              csv: ({ issuedOn }) => issuedOn,
            },
            {
              id: "deposit",
              label: t`Deposit`,
              figures: true,
              show: ({ deposit: amount }) => <Money amount={amount} currency={currency} />,
              csv: ({ deposit: amount }) => decimalOf(amount, currency),
            },
            {
              id: "total",
              label: t`Total`,
              figures: true,
              show: ({ price }) => <Money amount={price.total} currency={currency} />,
              csv: ({ price }) => decimalOf(price.total, currency),
            },
            {
              id: "act",
              label: "",
              show: ({ id, state }) => (
                <Group gap="xs" justify="flex-end">
                  {state === "issued" ? (
                    <AskLink ask="approve-sow" with={{ sow: id }} size="xs" variant="filled">
                      {mayApprove ? t`Read and approve` : t`Read it`}
                    </AskLink>
                  ) : null}
                  <PrintButton
                    label={id}
                    print={() => queries.fetchQuery(api.document.sow.queryOptions({ ...about, sow: id }))}
                  />
                </Group>
              ),
            },
          ]}
        />
      </Section>
      {deposit === null ? null : (
        <Section title={t`Deposit`}>
          <Group justify="space-between" gap="xs">
            <Text size="sm" component="div">
              <Trans>
                Invoiced with{" "}
                <TextLink to="/invoices/$number" params={{ number: deposit.number }} underline="always">
                  {deposit.number}
                </TextLink>
              </Trans>
            </Text>
            <PrintButton
              label={deposit.number}
              print={() =>
                queries.fetchQuery(api.document.invoice.queryOptions({ number: deposit.number, account: work.account }))
              }
            />
          </Group>
        </Section>
      )}
      {memos.length === 0 ? null : (
        <Section title={t`Credit memos of the premium`}>
          <Group gap="xs">
            {memos.map((number) => (
              <Group key={number} gap="xs">
                <Text size="sm">{number}</Text>
                <PrintButton
                  label={number}
                  print={() =>
                    queries.fetchQuery(api.document.creditMemo.queryOptions({ number, account: work.account }))
                  }
                />
              </Group>
            ))}
          </Group>
        </Section>
      )}
      <Section
        title={t`Dossier`}
        note={t`What was stated for its gates, under a seal`}
        actions={
          <PrintButton
            label={t`the dossier`}
            print={() => queries.fetchQuery(api.document.dossier.queryOptions(about))}
          />
        }
      >
        {null}
      </Section>
    </>
  );
}
