import { decimalOf, type Policy, rateOn } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useToday } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** The standard rates over time. */
export function RateHistory({ policy }: { readonly policy: Policy }) {
  const current = rateOn(policy.rateCard, useToday());
  return (
    <Section
      title={t`Standard rates`}
      note={
        <>
          <Trans>an hour, by the day worked</Trans> <ClauseLink id="RATE-1" /> <ClauseLink id="RATE-2" />
        </>
      }
      flush
    >
      <DataTable<Policy["rateCard"][number]>
        label={t`Standard rates`}
        rows={policy.rateCard.toReversed()}
        rowKey={({ validFrom }) => validFrom}
        sort="fixed"
        fileName="standard-rates"
        empty={null}
        columns={[
          {
            id: "from",
            label: t`Work from`,
            show: ({ validFrom }) => (
              <>
                <DayLabel day={validFrom} />{" "}
                {validFrom === current.validFrom ? (
                  <StateBadge tone="quiet">
                    <Trans>today</Trans>
                  </StateBadge>
                ) : null}
              </>
            ),
            value: ({ validFrom }) => validFrom,
          },
          {
            id: "rate",
            label: t`An hour`,
            figures: true,
            beside: true,
            show: ({ ratePerHour }) => <Money amount={ratePerHour} currency={policy.currency} />,
            value: ({ ratePerHour }) => ratePerHour,
            csv: ({ ratePerHour }) => decimalOf(ratePerHour, policy.currency),
          },
        ]}
      />
    </Section>
  );
}
