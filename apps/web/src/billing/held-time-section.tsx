import { decimalOf, formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { HeldTime } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { sum } from "../figures/sum.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";

const route = getRouteApi("/_app/billing");

/** Time that no run invoices, account by account, with what releases it; nothing where none is held (DLV-5). */
export function HeldTimeSection({ account }: { readonly account: string | undefined }) {
  const { sort } = route.useSearch();
  const { currency } = useSession().practice;
  const held = useQuery(useApi().invoice.held.queryOptions(account === undefined ? {} : { account })).data?.items ?? [];
  if (held.length === 0) return null;
  return (
    <div id="held">
      <Section
        title={t`Held time`}
        note={
          <>
            <Trans>Worked beyond what was approved: not invoiced until a change order is.</Trans>{" "}
            <ClauseLink id="DLV-5" />
          </>
        }
        flush
      >
        <DataTable<HeldTime>
          label={t`Held time`}
          rows={held}
          rowKey={(row) => `${row.account} ${row.deliverable}`}
          sort={sort}
          fileName="held-time"
          empty={null}
          columns={[
            {
              id: "work",
              label: t`Work`,
              show: ({ account: of, accountName, deliverable, name }) => (
                <span>
                  {accountName}:{" "}
                  <DeliverableLink account={of} deliverable={deliverable} inText>
                    {name}
                  </DeliverableLink>
                </span>
              ),
              value: ({ accountName, name }) => `${accountName}: ${name}`,
            },
            {
              id: "approved",
              label: t`Approved`,
              figures: true,
              show: ({ approvedMinutes }) => <Duration minutes={approvedMinutes} />,
              value: ({ approvedMinutes }) => approvedMinutes,
            },
            {
              id: "held",
              label: t`Held`,
              figures: true,
              show: ({ heldMinutes }) => <Duration minutes={heldMinutes} />,
              value: ({ heldMinutes }) => heldMinutes,
              total: (rows) => <Duration minutes={sum(rows.map(({ heldMinutes }) => heldMinutes))} />,
            },
            {
              id: "worth",
              label: t`At its rate`,
              figures: true,
              beside: true,
              show: ({ amount }) => <Money amount={amount} currency={currency} />,
              value: ({ amount }) => amount,
              csv: ({ amount }) => decimalOf(amount, currency),
              total: (rows) => <Money amount={sum(rows.map(({ amount }) => amount))} currency={currency} />,
            },
            {
              id: "release",
              label: t`Released by`,
              show: (row) => <Release held={row} />,
              csv: ({ proposed }) => (proposed === null ? t`a change order` : approvalOf(proposed.id)),
            },
          ]}
        />
      </Section>
    </div>
  );
}

const approvalOf = (changeOrder: string): string => t`approval of ${changeOrder}`;

function Release({ held: { account, deliverable, heldMinutes, proposed } }: { readonly held: HeldTime }) {
  const work = { id: account, deliverable };
  const hours = formatDuration(proposed?.releases ?? heldMinutes);
  if (proposed === null)
    return (
      <ButtonLink
        size="xs"
        variant="light"
        to="/accounts/$id/deliverables/$deliverable"
        params={work}
        search={{ tab: "change-orders", ask: "propose" }}
      >
        <Trans>Propose {hours} more</Trans>
      </ButtonLink>
    );
  return (
    <ButtonLink
      size="xs"
      variant="light"
      to="/accounts/$id/deliverables/$deliverable"
      params={work}
      search={{ tab: "change-orders" }}
    >
      <Trans>Change order waits: {hours} of it</Trans>
    </ButtonLink>
  );
}
