import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconCircleCheck, IconDotsVertical, IconPencil, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DeliverableView } from "../api/answers.ts";

/** What is seldom done to work: change what is said of it, end it. What ending it takes is said where it is asked. */
export function EndMenu({ work: { name, state } }: { readonly work: Pick<DeliverableView, "name" | "state"> }) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t`More to do with ${name}`}>
          <IconDotsVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Item ask="edit" icon={<IconPencil size={16} aria-hidden />}>
          <Trans>Edit</Trans>
        </Item>
        <Item ask="close" icon={<IconCircleCheck size={16} aria-hidden />}>
          <Trans>Close the work</Trans>
        </Item>
        {state === "open" ? (
          <Item ask="cancel" icon={<IconX size={16} aria-hidden />}>
            <Trans>Cancel the work</Trans>
          </Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function Item({
  ask,
  icon,
  children,
}: {
  readonly ask: "edit" | "close" | "cancel";
  readonly icon: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Menu.Item
      leftSection={icon}
      renderRoot={(props) => (
        <Link
          to="."
          search={(search: Record<string, unknown>) => ({ ...search, ask })}
          resetScroll={false}
          preload={false}
          {...props}
        />
      )}
    >
      {children}
    </Menu.Item>
  );
}
