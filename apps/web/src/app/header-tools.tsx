import { Badge, Group } from "@mantine/core";
import { useSession } from "../api/session.ts";
import { AccountSwitcher } from "./account-switcher.tsx";
import { PaletteDoor } from "./palette-door.tsx";
import { SchemeToggle } from "./scheme-toggle.tsx";
import { UserMenu } from "./user-menu.tsx";

export function HeaderTools() {
  const { practice } = useSession();
  return (
    <>
      <AccountSwitcher />
      <Group gap="xs" ml="auto" wrap="nowrap">
        {practice.demo ? (
          <Badge color="gray" visibleFrom="sm" title="These books hold made-up data">
            Demo
          </Badge>
        ) : null}
        <PaletteDoor />
        <SchemeToggle />
        <UserMenu />
      </Group>
    </>
  );
}
