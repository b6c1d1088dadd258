import { plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useAccountName } from "../api/accounts.ts";
import type { RunAnswer } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** The accounts that a run leaves alone, because a mistyped date would give them too many invoices (INV-4). */
export function ParkedNote({ parked }: { readonly parked: RunAnswer["parked"] }) {
  const nameOf = useAccountName();
  const today = useToday();
  if (parked.length === 0) return null;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      role="alert"
      title={plural(parked.length, { one: "# account is not billed", other: "# accounts are not billed" })}
    >
      <Stack gap="xs">
        {parked.map(({ account, steps, most, earliest }) => {
          const name = nameOf(account);
          const day = formatDay(earliest, today);
          return (
            <Text key={account} size="sm">
              <TextLink to="/accounts/$id" params={{ id: account }} fw={550}>
                {name}
              </TextLink>
              {": "}
              <Trans>
                it would get {steps} invoices on one day, beginning with {day}; at most {most} are thought possible.
              </Trans>
            </Text>
          );
        })}
        <Text size="sm">
          <Trans>
            Somebody mistyped a date, most likely of an allowance. Correct it, then preview again; the policy sets how
            many invoices a day are possible.
          </Trans>{" "}
          <ClauseLink id="INV-4" />
        </Text>
      </Stack>
    </Alert>
  );
}
