import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { DeliverableProgress } from "../api/answers.ts";
import type { SortText } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { DeliverableState, SowState } from "./deliverable-state.tsx";

/** The deliverables of an account: state, phase, approved, used, promise. */
export function WorkTable({
  works,
  sort,
  empty,
}: {
  readonly works: readonly DeliverableProgress[];
  readonly sort: SortText;
  readonly empty: ReactNode;
}) {
  return (
    <DataTable<DeliverableProgress>
      label={t`Deliverables`}
      rows={works}
      rowKey={({ id }) => id}
      sort={sort}
      fileName="deliverables"
      empty={empty}
      columns={[
        {
          id: "name",
          label: t`Deliverable`,
          show: ({ account, id, name, parent }) => (
            <>
              <TextLink to="/accounts/$id/deliverables/$deliverable" params={{ id: account, deliverable: id }}>
                {name}
              </TextLink>
              {parent === null ? null : (
                <Text size="xs" c="dimmed">
                  <PartOf name={works.find((work) => work.id === parent)?.name ?? parent} />
                </Text>
              )}
            </>
          ),
          value: ({ name }) => name,
        },
        {
          id: "state",
          label: t`State`,
          show: (work) => (
            <div style={{ minWidth: "max-content" }}>
              {work.state === "open" ? <SowState sow={work.sow} /> : <DeliverableState {...work} />}
            </div>
          ),
          value: ({ state, sow }) => `${state} ${sow?.state ?? ""}`,
        },
        { id: "phase", label: t`Phase`, show: ({ phaseTitle }) => phaseTitle, value: placeOf },
        {
          id: "approved",
          label: t`Approved`,
          figures: true,
          show: ({ approved, currency }) =>
            approved === null ? null : <Money amount={approved.total} currency={currency} />,
          value: ({ approved }) => approved?.total ?? 0,
          total: (rows) => <TotalOf rows={rows} of="approved" />,
        },
        {
          id: "used",
          label: t`Used`,
          figures: true,
          show: ({ used, workedMinutes, currency }) =>
            used === null ? (
              workedMinutes === 0 ? null : (
                <Duration minutes={workedMinutes} />
              )
            ) : (
              <Money amount={used.total} currency={currency} />
            ),
          value: ({ used }) => used?.total ?? 0,
          total: (rows) => <TotalOf rows={rows} of="used" />,
        },
        {
          id: "promise",
          label: t`Promise`,
          show: ({ promise, heldMinutes, proposed }) => (
            <>
              {promise === null ? null : (
                <Text size="sm" component="div">
                  {promise.sentence}{" "}
                  {promise.atRisk && promise.state !== "delivered" ? (
                    <StateBadge tone="late">{t`At risk`}</StateBadge>
                  ) : null}
                </Text>
              )}
              {heldMinutes === 0 && proposed.length === 0 ? null : (
                <Group gap={4}>
                  {heldMinutes > 0 ? (
                    <StateBadge tone="soon">
                      <Trans>
                        <Duration minutes={heldMinutes} /> held
                      </Trans>
                    </StateBadge>
                  ) : null}
                  {proposed.length > 0 ? <StateBadge tone="soon">{t`Change order to decide`}</StateBadge> : null}
                </Group>
              )}
            </>
          ),
          csv: ({ promise }) => promise?.sentence ?? "",
        },
      ]}
    />
  );
}

function PartOf({ name }: { readonly name: string }) {
  return <Trans>part of {name}</Trans>;
}

/** The place of its phase in the process, for sorting. */
const placeOf = ({ phases, phase }: DeliverableProgress): number => phases.findIndex((each) => each.phase === phase);

function TotalOf({ rows, of }: { readonly rows: readonly DeliverableProgress[]; readonly of: "approved" | "used" }) {
  const currency = rows[0]?.currency;
  if (currency === undefined) return null;
  return <Money amount={rows.reduce((sum, row) => sum + (row[of]?.total ?? 0), 0)} currency={currency} />;
}
