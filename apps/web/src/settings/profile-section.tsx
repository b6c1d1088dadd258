import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Text } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useMay, useSession } from "../api/session.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";
import { roleName } from "../users/role-words.ts";
import type { OwnUser } from "./own-user.ts";
import classes from "./settings.module.css";

/** Who one is here. Only an admin says where somebody's mail goes, because a new password can be had there. */
export function ProfileSection({ user }: { readonly user: OwnUser }) {
  const { name, role } = useSession();
  const administers = useMay("token.create");
  return (
    <Section
      title={t`You`}
      note={administers ? undefined : t`An admin changes name, email and role.`}
      actions={
        administers ? (
          <AskLink ask="profile" variant={user.email === null ? "filled" : "default"}>
            {user.email === null ? t`Say your email` : t`Change name or email`}
          </AskLink>
        ) : null
      }
    >
      {user.email === null ? (
        <Alert data-tone="soon" icon={<IconMail aria-hidden />} mb="sm">
          <Text size="sm">
            <Trans>
              You came in by the start link. Say your email and choose a password, so that you can sign in without it.
            </Trans>
          </Text>
        </Alert>
      ) : null}
      <dl className={classes.facts}>
        <dt>
          <Trans>Name</Trans>
        </dt>
        <dd>{name}</dd>
        <dt>
          <Trans>Email</Trans>
        </dt>
        <dd>{user.email ?? t`none yet`}</dd>
        <dt>
          <Trans>Role</Trans>
        </dt>
        <dd>{roleName(role)}</dd>
      </dl>
    </Section>
  );
}
