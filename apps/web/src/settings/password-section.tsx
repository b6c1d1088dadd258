import { t } from "@lingui/core/macro";
import { useSession } from "../api/session.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";
import type { OwnUser } from "./own-user.ts";

export function PasswordSection({ user }: { readonly user: OwnUser }) {
  const { practice } = useSession();
  // The demo practice has no passwords; elsewhere it is what comes after the email.
  const isNext = !user.hasPassword && user.email !== null && !practice.demo;
  return (
    <Section
      title={t`Password`}
      note={user.hasPassword ? t`Changing it signs you out everywhere else.` : t`You have none yet.`}
      actions={
        <AskLink ask="password" variant={isNext ? "filled" : "default"}>
          {user.hasPassword ? t`Change the password` : t`Choose a password`}
        </AskLink>
      }
    >
      {null}
    </Section>
  );
}
