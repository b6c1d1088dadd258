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
  const administers = useMay("administrative");
  return (
    <Section
      title="You"
      note={administers ? undefined : "An admin changes name, email and role."}
      actions={administers ? <AskLink ask="profile">Change name or email</AskLink> : null}
    >
      {user.email === null ? (
        <Alert data-tone="soon" icon={<IconMail aria-hidden />} mb="sm">
          <Text size="sm">
            You came in by the start link. Say your email and choose a password, so that you can sign in without it.
          </Text>
        </Alert>
      ) : null}
      <dl className={classes.facts}>
        <dt>Name</dt>
        <dd>{name}</dd>
        <dt>Email</dt>
        <dd>{user.email ?? "none yet"}</dd>
        <dt>Role</dt>
        <dd>{roleName(role)}</dd>
      </dl>
    </Section>
  );
}
