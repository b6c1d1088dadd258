import { Alert, Text } from "@mantine/core";
import { IconPlayerStopFilled } from "@tabler/icons-react";
import type { Standing } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** Why work is stopped and what starts it again; nothing while it is not. */
export function StoppedNote({ standing }: { readonly standing: Standing }) {
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
      <Text size="sm" component="div" mb="xs">
        {late.map(({ number }, at) => (
          <span key={number}>
            {at === 0 ? "" : at === late.length - 1 ? " and " : ", "}
            <TextLink to="/invoices/$number" params={{ number }} underline="always" c="inherit">
              {number}
            </TextLink>
          </span>
        ))}{" "}
        {late.length === 1 ? "is" : "are"} past due. No time dated since then can be logged until{" "}
        {late.length === 1 ? "it is" : "they are"} paid or suspended <ClauseLink id="INV-5" />
      </Text>
      <AskLink ask="payment" size="xs">
        Record payment
      </AskLink>
    </Alert>
  );
}
