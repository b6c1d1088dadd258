import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { AccountView, AllowanceView, Balance } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";
import type { CoverPart } from "../cover-bar/cover-part.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { formatMonth } from "../figures/day-text.ts";
import { Money } from "../figures/money.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";

/** One purchase: its terms, its bar and its invoices. */
export function AllowanceCard({
  allowance,
  balance,
  alerts,
}: {
  readonly allowance: AllowanceView;
  readonly balance: Balance | undefined;
  readonly alerts: AccountView["alerts"];
}) {
  const { currency } = useSession().practice;
  const reached = alerts.toSorted(byGrantThenPercent).at(-1);
  const percent = reached?.percent;
  const name = nameOf(allowance);
  return (
    <article>
      <Group justify="space-between" align="center" gap="xs" mb="xs">
        <Group gap="sm" align="baseline">
          <Title order={3}>{name}</Title>
          <Text size="sm" c="dimmed" component="div">
            <Terms allowance={allowance} rate={<Money amount={allowance.ratePerHour} currency={currency} />} />
          </Text>
          {reached === undefined ? null : (
            <StateBadge tone={reached.percent >= 90 ? "late" : "soon"}>
              <Trans>{percent} % reached</Trans>
            </StateBadge>
          )}
        </Group>
        {allowance.kind === "monthly" && allowance.lastMonth === null ? (
          <AskLink ask="end-allowance" with={{ allowance: allowance.id }} size="compact-xs">
            <Trans>End it</Trans>
          </AskLink>
        ) : null}
      </Group>
      {balance === undefined ? (
        <Text size="sm">
          <Trans>Not begun yet.</Trans>
        </Text>
      ) : (
        <CoverBar
          label={t`Use of ${name}`}
          parts={partsOf(balance)}
          end={{ minutes: balance.grantedMinutes, label: t`Granted` }}
        />
      )}
      <Text size="sm" c="dimmed" component="div" mt="xs">
        <Sales allowance={allowance} />
        {allowance.note === "" ? null : <> · {allowance.note}</>}
      </Text>
    </article>
  );
}

type Alert = AccountView["alerts"][number];

/** Grants of a monthly allowance are named by their month, so the latest stands last. */
const byGrantThenPercent = (a: Alert, b: Alert): number =>
  a.grant < b.grant ? -1 : a.grant > b.grant ? 1 : a.percent - b.percent;

const partsOf = ({ usedMinutes, lapsedMinutes, remainingMinutes }: Balance): readonly CoverPart[] => [
  { kind: "allowance", label: t`Used`, minutes: usedMinutes },
  { kind: "lapsed", label: t`Lapsed`, minutes: lapsedMinutes },
  { kind: "left", label: t`Left`, minutes: remainingMinutes },
];

function nameOf(allowance: AllowanceView): string {
  const hours = formatDuration(allowance.minutes);
  return allowance.kind === "monthly" ? t`${hours} a month` : t`${hours}, lump sum`;
}

function Terms({ allowance, rate }: { readonly allowance: AllowanceView; readonly rate: ReactNode }) {
  if (allowance.kind === "lump-sum")
    return (
      <Trans>
        from <DayLabel day={allowance.validFrom} />, no expiry, at {rate} an hour
      </Trans>
    );
  const first = formatMonth(allowance.firstMonth);
  if (allowance.lastMonth === null)
    return (
      <Trans>
        from {first} until ended, at {rate} an hour
      </Trans>
    );
  const last = formatMonth(allowance.lastMonth);
  return (
    <Trans>
      from {first} to {last}, at {rate} an hour
    </Trans>
  );
}

function Sales({ allowance }: { readonly allowance: AllowanceView }) {
  if (allowance.opening) return <Trans>Opening balance: bought before these books were kept</Trans>;
  if (allowance.invoices.length === 0) return <Trans>Not invoiced yet</Trans>;
  const invoices = allowance.invoices.map(({ number, month }, at) => (
    <span key={number}>
      {at === 0 ? "" : ", "}
      <TextLink to="/invoices/$number" params={{ number }} underline="always">
        {number}
      </TextLink>
      {month === null ? "" : ` (${formatMonth(month)})`}
    </span>
  ));
  return allowance.paid ? (
    <Trans>Standing payment; invoiced with {invoices}</Trans>
  ) : (
    <Trans>Invoiced with {invoices}</Trans>
  );
}
