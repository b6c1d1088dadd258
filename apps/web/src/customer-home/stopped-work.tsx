import { Alert, Text } from "@mantine/core";
import { IconPlayerStopFilled } from "@tabler/icons-react";
import type { CustomerHome } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** Why work is stopped, which invoices stop it, and what restarts it; nothing while it goes on. */
export function StoppedWork({ home: { standing, currency } }: { readonly home: CustomerHome }) {
  if (standing.standing === "good" || standing.stoppedSince === undefined) return null;
  const late = standing.openInvoices.filter(({ pastDueDays, suspended }) => pastDueDays > 0 && !suspended);
  return (
    <Alert
      data-tone="late"
      icon={<IconPlayerStopFilled aria-hidden />}
      title={
        <>
          Work is stopped since <DayLabel day={standing.stoppedSince} />
        </>
      }
    >
      <Text size="sm" component="div">
        {late.length === 1 ? "This invoice is" : "These invoices are"} past due:{" "}
        {late.map(({ number, balance }, at) => (
          <span key={number}>
            {at === 0 ? "" : ", "}
            <TextLink to="/invoices/$number" params={{ number }} underline="always" c="inherit">
              {number}
            </TextLink>{" "}
            (<Money amount={balance} currency={currency} />)
          </span>
        ))}
        . Work on your projects goes on the moment {late.length === 1 ? "it is" : "the last of them is"} paid; pre-paid
        hours stop with it, Expert Help packages and support tickets do not <ClauseLink id="INV-5" />
      </Text>
    </Alert>
  );
}
