import { Plural, Trans } from "@lingui/react/macro";
import { Alert, Text } from "@mantine/core";
import { IconPlayerStopFilled } from "@tabler/icons-react";
import type { Standing } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { dayLocale } from "../figures/locale.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** Why work is stopped and what starts it again; nothing while it is not. */
export function StoppedNote({ standing }: { readonly standing: Standing }) {
  if (standing.standing === "good" || standing.stoppedSince === undefined) return null;
  const late = standing.openInvoices.filter(({ pastDueDays, suspended }) => pastDueDays > 0 && !suspended);
  const count = late.length;
  const invoices = <InvoiceLinks numbers={late.map(({ number }) => number)} />;
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
      <Text size="sm" component="div" mb="xs">
        <Trans>
          {invoices} <Plural value={count} one="is" other="are" /> past due. No time dated since then can be logged
          until <Plural value={count} one="it is" other="they are" /> paid or suspended <ClauseLink id="INV-5" />
        </Trans>
      </Text>
      <AskLink ask="payment" size="xs">
        <Trans>Record payment</Trans>
      </AskLink>
    </Alert>
  );
}

/** `INV-1, INV-2 and INV-3`, as the reader's language joins them, each a link. */
function InvoiceLinks({ numbers }: { readonly numbers: readonly string[] }) {
  return new Intl.ListFormat(dayLocale()).formatToParts(numbers).map(({ type, value }) =>
    type === "literal" ? (
      value
    ) : (
      <TextLink key={value} to="/invoices/$number" params={{ number: value }} underline="always" c="inherit">
        {value}
      </TextLink>
    ),
  );
}
