import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";
import type { OwnUser } from "./own-user.ts";

export function PasswordSection({ user }: { readonly user: OwnUser }) {
  return (
    <Section
      title="Password"
      note={user.hasPassword ? "Changing it signs you out everywhere else." : "You have none yet."}
      actions={<AskLink ask="password">{user.hasPassword ? "Change the password" : "Choose a password"}</AskLink>}
    >
      {null}
    </Section>
  );
}
