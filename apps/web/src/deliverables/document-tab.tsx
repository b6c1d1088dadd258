import { Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { SowView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
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

const tones: Readonly<Record<SowView["state"], Tone>> = { issued: "soon", approved: "good", replaced: "quiet" };

/** What was written down about it and sealed: its SOWs, the deposit's invoice, the dossier of its gates. */
export function DocumentTab({ work }: TabProps) {
  const api = useApi();
  const queries = useQueryClient();
  const about = { account: work.account, deliverable: work.id };
  const { currency } = work;
  const deposit = work.approved?.deposit.invoice ?? null;
  const memos = work.premiumDecision?.creditMemos ?? [];
  return (
    <>
      <Section title="Statements of work" note="All costs but change orders; sealed once approved" flush>
        <DataTable<SowView>
          label="Statements of work"
          rows={work.sows}
          rowKey={({ id }) => id}
          sort="fixed"
          empty={
            <Empty
              title="No statement of work yet"
              next="It says scope, estimates, lead time, rate and deposit. The customer's budget holder approves it."
            />
          }
          columns={[
            { id: "id", label: "Document", show: ({ id }) => id, value: ({ id }) => id },
            {
              id: "state",
              label: "State",
              show: ({ state, approvedOn, approvedBy, validUntil, seal }) => (
                <>
                  <StateBadge tone={tones[state]}>{state}</StateBadge>
                  <Text size="xs" c="dimmed" component="div" title={seal ?? ""}>
                    {approvedOn === null ? (
                      <>
                        valid until <DayLabel day={validUntil} />
                      </>
                    ) : (
                      <>
                        {approvedBy}, <DayLabel day={approvedOn} />
                      </>
                    )}
                  </Text>
                </>
              ),
              value: ({ state }) => state,
            },
            { id: "issued", label: "Issued", show: ({ issuedOn }) => <DayLabel day={issuedOn} /> },
            {
              id: "deposit",
              label: "Deposit",
              figures: true,
              show: ({ deposit: amount }) => <Money amount={amount} currency={currency} />,
            },
            {
              id: "total",
              label: "Total",
              figures: true,
              show: ({ price }) => <Money amount={price.total} currency={currency} />,
            },
            {
              id: "act",
              label: "",
              show: ({ id, state }) => (
                <Group gap="xs" justify="flex-end">
                  {state === "issued" ? (
                    <AskLink ask="approve-sow" with={{ sow: id }} size="xs" variant="filled">
                      Read and approve
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
        <Section title="Deposit">
          <Group justify="space-between" gap="xs">
            <Text size="sm" component="div">
              Invoiced with{" "}
              <TextLink to="/invoices/$number" params={{ number: deposit.number }} underline="always">
                {deposit.number}
              </TextLink>
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
        <Section title="Credit memos of the premium">
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
      <Section title="Dossier" note="What was stated for its gates, under a seal">
        <PrintButton label="the dossier" print={() => queries.fetchQuery(api.document.dossier.queryOptions(about))} />
      </Section>
    </>
  );
}
