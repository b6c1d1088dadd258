import { Trans } from "@lingui/react/macro";
import { Alert, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { Entry } from "../api/answers.ts";
import { ClauseLink } from "../why/clause-link.tsx";

/** What changing a billed entry means; nothing for one that is open. */
export function BilledNote({ entry }: { readonly entry: Entry }) {
  if (entry.slices.length === 0) return null;
  const invoices = [...new Set(entry.slices.flatMap(({ invoice }) => (invoice === undefined ? [] : [invoice])))];
  const documents = invoices.join(", ");
  return (
    <Alert data-tone="quiet" icon={<IconInfoCircle aria-hidden />}>
      <Text size="sm" component="div">
        {invoices.length === 0 ? (
          <Trans>
            This time is billed. Its cover goes back to its allowance, and what it becomes joins the next run.
          </Trans>
        ) : (
          <Trans>This time is billed. {documents} will be credited, and what it becomes joins the next run.</Trans>
        )}{" "}
        <ClauseLink id="INV-3" />
      </Text>
    </Alert>
  );
}
