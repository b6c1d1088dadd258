import { t } from "@lingui/core/macro";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { BeginSecondStep } from "./begin-second-step.tsx";
import { ChangePassword } from "./change-password.tsx";
import { CreateToken } from "./create-token.tsx";
import { EditProfile } from "./edit-profile.tsx";
import { EndSecondStep } from "./end-second-step.tsx";
import { NewCodes } from "./new-codes.tsx";
import type { OwnUser } from "./own-user.ts";

/** The forms of the settings; the address says which is open. */
export function SettingsDialogs({
  ask,
  user,
  administers,
}: {
  readonly ask: string;
  readonly user: OwnUser | null;
  readonly administers: boolean;
}) {
  return (
    <>
      <AskDialog open={administers && ask === "token"} title={t`New token`} stays>
        <CreateToken />
      </AskDialog>
      {user === null ? null : (
        <>
          <AskDialog open={administers && ask === "profile"} title={t`Your name and email`}>
            <EditProfile user={user} />
          </AskDialog>
          <AskDialog open={ask === "password"} title={user.hasPassword ? t`Change the password` : t`Choose a password`}>
            <ChangePassword user={user} />
          </AskDialog>
          <AskDialog open={ask === "second-step"} title={t`Turn the second step on`} stays>
            <BeginSecondStep user={user} />
          </AskDialog>
          <AskDialog open={ask === "second-step-off"} title={t`Turn the second step off`}>
            <EndSecondStep user={user} />
          </AskDialog>
          <AskDialog open={ask === "recovery-codes"} title={t`New recovery codes`} stays>
            <NewCodes />
          </AskDialog>
        </>
      )}
    </>
  );
}
