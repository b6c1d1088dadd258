import { Trans } from "@lingui/react/macro";
import { Menu, UnstyledButton } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import classes from "./bottom-bar.module.css";
import { useDestinations } from "./destinations.ts";

/** On a phone, the pages that have no place of their own in the bar; put up to be used at once. */
export function MorePages() {
  const destinations = useDestinations();
  return (
    <Menu position="top-end" shadow="md" defaultOpened>
      <Menu.Target>
        <UnstyledButton {...(classes.entry === undefined ? {} : { className: classes.entry })}>
          <IconDots size={20} stroke={1.7} aria-hidden />
          <Trans>More</Trans>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {destinations
          .filter(({ first }) => !first)
          .map(({ label, icon: Icon, link }) => (
            <Menu.Item
              key={label}
              leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
              renderRoot={(props) => <Link {...link} {...props} />}
            >
              {label}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
