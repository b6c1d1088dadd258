import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Group, Text } from "@mantine/core";
import { useSession } from "../api/session.ts";
import { AccountSwitcherDoor } from "./account-switcher-door.tsx";
import { PaletteDoor } from "./palette-door.tsx";
import { SchemeToggle } from "./scheme-toggle.tsx";
import { UserMenuDoor } from "./user-menu-door.tsx";

export function HeaderTools() {
  const { practice, account } = useSession();
  return (
    <>
      {account === null ? (
        <AccountSwitcherDoor />
      ) : (
        <Text fw={600} truncate miw={0}>
          {account.name}
        </Text>
      )}
      <Group gap="xs" ml="auto" wrap="nowrap">
        {practice.demo ? (
          <Badge color="gray" visibleFrom="sm" title={t`These books hold made-up data`}>
            <Trans>Demo</Trans>
          </Badge>
        ) : null}
        <PaletteDoor />
        <SchemeToggle />
        <UserMenuDoor />
      </Group>
    </>
  );
}
