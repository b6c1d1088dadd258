import { Trans } from "@lingui/react/macro";
import { Alert, Text } from "@mantine/core";
import { IconPlayerStopFilled } from "@tabler/icons-react";
import type { CustomerHome } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** Why work is stopped, which invoices stop it, and what restarts it; nothing while it goes on. */
export function StoppedWork({ standing, currency }: Pick<CustomerHome, "standing" | "currency">) {
  if (standing.standing === "good" || standing.stoppedSince === undefined) return null;
  const late = standing.openInvoices.filter(({ pastDueDays, suspended }) => pastDueDays > 0 && !suspended);
  const one = late.length === 1;
  const invoices = late.map(({ number, balance }, at) => (
    <span key={number}>
      {at === 0 ? "" : ", "}
      <TextLink to="/invoices/$number" params={{ number }} underline="always" c="inherit">
        {number}
      </TextLink>{" "}
      (<Money amount={balance} currency={currency} />)
    </span>
  ));
  return (
    <Alert
      data-tone="late"
      icon={<IconPlayerStopFilled aria-hidden />}
      title={
        <Trans>
          Work is stopped since <DayLabel day={standing.stoppedSince} />
        </Trans>
      }
    >
      <Text size="sm" component="div">
        {one ? (
          <Trans>
            This invoice is past due: {invoices}. Work on your projects goes on the moment it is paid; pre-paid hours
            stop with it, Expert Help packages and support tickets do not
          </Trans>
        ) : (
          <Trans>
            These invoices are past due: {invoices}. Work on your projects goes on the moment the last of them is paid;
            pre-paid hours stop with it, Expert Help packages and support tickets do not
          </Trans>
        )}{" "}
        <ClauseLink id="INV-5" />
      </Text>
    </Alert>
  );
}
