import { formatDuration } from "@cimpro/domain";
import { Group, Text, Title } from "@mantine/core";
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
  return (
    <article>
      <Group justify="space-between" align="baseline" gap="xs" mb={4}>
        <Group gap="sm" align="baseline">
          <Title order={3}>{nameOf(allowance)}</Title>
          <Text size="sm" c="dimmed" component="div">
            <Terms allowance={allowance} /> at <Money amount={allowance.ratePerHour} currency={currency} /> an hour
          </Text>
          {reached === undefined ? null : (
            <StateBadge tone={reached.percent >= 90 ? "late" : "soon"}>{reached.percent} % reached</StateBadge>
          )}
        </Group>
        {allowance.kind === "monthly" && allowance.lastMonth === null ? (
          <AskLink ask="end-allowance" with={{ allowance: allowance.id }} size="compact-xs">
            End it
          </AskLink>
        ) : null}
      </Group>
      {balance === undefined ? (
        <Text size="sm">Not begun yet.</Text>
      ) : (
        <CoverBar
          label={`Use of ${nameOf(allowance)}`}
          parts={partsOf(balance)}
          end={{ minutes: balance.grantedMinutes, label: "Granted" }}
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
  { kind: "allowance", label: "Used", minutes: usedMinutes },
  { kind: "lapsed", label: "Lapsed", minutes: lapsedMinutes },
  { kind: "left", label: "Left", minutes: remainingMinutes },
];

const nameOf = (allowance: AllowanceView): string =>
  allowance.kind === "monthly"
    ? `${formatDuration(allowance.minutes)} a month`
    : `${formatDuration(allowance.minutes)}, lump sum`;

function Terms({ allowance }: { readonly allowance: AllowanceView }) {
  if (allowance.kind === "lump-sum")
    return (
      <>
        from <DayLabel day={allowance.validFrom} />, no expiry
      </>
    );
  const end = allowance.lastMonth === null ? "until ended" : `to ${formatMonth(allowance.lastMonth)}`;
  return (
    <>
      from {formatMonth(allowance.firstMonth)}, {end}
    </>
  );
}

function Sales({ allowance }: { readonly allowance: AllowanceView }) {
  if (allowance.opening) return <>Opening balance: bought before these books were kept</>;
  if (allowance.invoices.length === 0) return <>Not invoiced yet</>;
  return (
    <>
      {allowance.paid ? "Standing payment; " : ""}invoiced with{" "}
      {allowance.invoices.map(({ number, month }, at) => (
        <span key={number}>
          {at === 0 ? "" : ", "}
          <TextLink to="/invoices/$number" params={{ number }} underline="always">
            {number}
          </TextLink>
          {month === null ? "" : ` (${formatMonth(month)})`}
        </span>
      ))}
    </>
  );
}
