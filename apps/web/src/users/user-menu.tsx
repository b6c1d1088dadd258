import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconLink, IconPencil, IconShieldOff, IconUserOff, IconUserPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { User } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { messageOf } from "../api/refusal.ts";
import { useMay, useSession } from "../api/session.ts";
import { tell } from "../page/tell.ts";
import type { UserAsk } from "./users-search.ts";

/** What can be done about a user. */
export function UserMenu({ user }: { readonly user: User }) {
  const enable = useMutation(
    useApi().user.enable.mutationOptions({
      onSuccess: ({ name }) => void tell(t`${name} may sign in again.`),
      onError: (error) => void tell(messageOf(error), "late"),
    }),
  );
  const administers = useMay("user.endSecondStep");
  const own = useSession().user;
  const { account, name, state } = user;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size={40} aria-label={t`Manage ${name}`} loading={enable.isPending}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <AskItem ask="edit-user" user={user.id} leftSection={<IconPencil size={16} aria-hidden />}>
          <Trans>Edit</Trans>
        </AskItem>
        {state === "invited" ? (
          <AskItem ask="invitation" user={user.id} leftSection={<IconLink size={16} aria-hidden />}>
            <Trans>Invitation</Trans>
          </AskItem>
        ) : null}
        {administers && user.hasSecondStep === true && user.id !== own?.id ? (
          <AskItem ask="end-second-step" user={user.id} leftSection={<IconShieldOff size={16} aria-hidden />}>
            <Trans>Turn off second step</Trans>
          </AskItem>
        ) : null}
        {state === "disabled" ? (
          <Menu.Item
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => enable.mutate({ user: user.id, ...(account === null ? {} : { account }) })}
          >
            <Trans>Enable</Trans>
          </Menu.Item>
        ) : (
          <AskItem ask="disable-user" user={user.id} leftSection={<IconUserOff size={16} aria-hidden />}>
            <Trans>Disable</Trans>
          </AskItem>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function AskItem({
  ask,
  user,
  leftSection,
  children,
}: {
  readonly ask: UserAsk;
  readonly user: string;
  readonly leftSection: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Menu.Item
      leftSection={leftSection}
      renderRoot={(props) => (
        <Link
          to="."
          search={(search: Record<string, unknown>) => ({ ...search, ask, user })}
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
