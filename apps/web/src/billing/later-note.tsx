import { plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Stack, Text } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useAccountName } from "../api/accounts.ts";
import type { RunAnswer } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** The accounts that a run leaves for later, because in their time zones its day has not come yet (INV-1). */
export function LaterNote({ later }: { readonly later: RunAnswer["later"] }) {
  const nameOf = useAccountName();
  const today = useToday();
  if (later.length === 0) return null;
  return (
    <Alert
      color="gray"
      icon={<IconClock aria-hidden />}
      title={plural(later.length, {
        one: "# account is left for a later run",
        other: "# accounts are left for a later run",
      })}
    >
      <Stack gap="xs">
        {later.map(({ account, today: there }) => {
          const name = nameOf(account);
          const day = formatDay(there, today);
          return (
            <Text key={account} size="sm">
              <TextLink to="/accounts/$id" params={{ id: account }} fw={550}>
                {name}
              </TextLink>
              {": "}
              <Trans>there it is {day} still.</Trans>
            </Text>
          );
        })}
        <Text size="sm">
          <ClauseLink id="INV-1" />
        </Text>
      </Stack>
    </Alert>
  );
}
