import { t } from "@lingui/core/macro";
import { useSearch } from "@tanstack/react-router";
import type { User } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { DisableUser } from "./disable-user.tsx";
import { EditUser } from "./edit-user.tsx";
import { EndSecondStepOf } from "./end-second-step-of.tsx";
import { Invitation } from "./invitation.tsx";
import { InviteUser } from "./invite-user.tsx";
import { PeopleSearch } from "./users-search.ts";

/** The forms about users; the address of the page they are on says which is open, and about whom. */
export function UserDialogs({
  users,
  account,
}: {
  readonly users: readonly User[];
  /** Only people of this account are invited. */
  readonly account?: string;
}) {
  const { ask, user: about } = PeopleSearch.parse(useSearch({ strict: false }));
  const user = users.find(({ id }) => id === about);
  const name = user?.name ?? "";
  return (
    <>
      <AskDialog does="user.invite" open={ask === "invite"} title={t`Invite somebody`}>
        <InviteUser {...(account === undefined ? {} : { account })} />
      </AskDialog>
      {user === undefined ? null : (
        <>
          <AskDialog open={ask === "invitation"} title={t`Invitation of ${name}`}>
            <Invitation user={user} />
          </AskDialog>
          <AskDialog does="user.edit" open={ask === "edit-user"} title={t`Edit ${name}`}>
            <EditUser user={user} />
          </AskDialog>
          <AskDialog does="user.disable" open={ask === "disable-user"} title={t`Disable ${name}`}>
            <DisableUser user={user} />
          </AskDialog>
          <AskDialog
            does="user.endSecondStep"
            open={ask === "end-second-step"}
            title={t`Turn off the second step of ${name}`}
          >
            <EndSecondStepOf user={user} />
          </AskDialog>
        </>
      )}
    </>
  );
}
