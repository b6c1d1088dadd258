import { AskDialog } from "../forms/ask-dialog.tsx";
import { BeginSecondStep } from "./begin-second-step.tsx";
import { ChangePassword } from "./change-password.tsx";
import { CreateToken } from "./create-token.tsx";
import { EditProfile } from "./edit-profile.tsx";
import { EndSecondStep } from "./end-second-step.tsx";
import type { OwnUser } from "./own-user.ts";

/** The forms of the settings; the address says which is open. */
export function SettingsDialogs({ ask, user }: { readonly ask: string; readonly user: OwnUser | null }) {
  return (
    <>
      <AskDialog open={ask === "token"} title="New token">
        <CreateToken />
      </AskDialog>
      {user === null ? null : (
        <>
          <AskDialog open={ask === "profile"} title="Your name and email">
            <EditProfile user={user} />
          </AskDialog>
          <AskDialog open={ask === "password"} title={user.hasPassword ? "Change the password" : "Choose a password"}>
            <ChangePassword user={user} />
          </AskDialog>
          <AskDialog open={ask === "second-step"} title="Turn the second step on" stays>
            <BeginSecondStep user={user} />
          </AskDialog>
          <AskDialog open={ask === "second-step-off"} title="Turn the second step off">
            <EndSecondStep user={user} />
          </AskDialog>
        </>
      )}
    </>
  );
}
