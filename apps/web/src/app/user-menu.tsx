import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Indicator, Menu, Text, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconLogout, IconMoon, IconSettings, IconSun, IconUser } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { roleName } from "../users/role-words.ts";

/** Who is signed in, and the way out; it is put up to be used at once. */
export function UserMenu() {
  const { name, role, practice, account, user } = useSession();
  const needsPassword = user !== null && !user.hasPassword && !practice.demo;
  const hat = roleName(role);
  const { setColorScheme } = useMantineColorScheme();
  // Left out, not hidden: the arrow keys of the menu would stop at what cannot be seen.
  const wide = useMediaQuery("(min-width: 36em)", true, { getInitialValueInEffect: false });
  const other = useComputedColorScheme("light") === "light" ? "dark" : "light";
  const signOut = useMutation(
    useApi().session.signOut.mutationOptions({ onSuccess: () => location.assign("/sign-in") }),
  );
  return (
    <Menu position="bottom-end" shadow="md" width={220} defaultOpened>
      <Menu.Target>
        <ActionIcon
          variant="light"
          size="lg"
          radius="xl"
          // It takes the place of the door, which had the focus; the menu gives it back here.
          autoFocus
          aria-label={needsPassword ? t`Signed in as ${name}, without a password yet` : t`Signed in as ${name}`}
        >
          <Indicator disabled={!needsPassword} color="orange" size={8} offset={1}>
            <IconUser size={18} style={{ display: "block" }} />
          </Indicator>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {name}
          </Text>
          {account === null ? t`${hat} at ${practice.name}` : t`${hat} of ${account.name}`}
          {practice.demo && account !== null ? ` (${t`demo`})` : ""}
        </Menu.Label>
        {wide ? null : (
          <Menu.Item
            leftSection={other === "dark" ? <IconMoon size={16} /> : <IconSun size={16} />}
            onClick={() => setColorScheme(other)}
          >
            {other === "dark" ? t`Switch to dark colours` : t`Switch to light colours`}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconSettings size={16} />}
          renderRoot={(props) => <Link to="/settings" preload={false} {...props} />}
        >
          {needsPassword ? t`Choose a password` : t`Settings`}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
