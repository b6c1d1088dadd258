import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useMay, useSession } from "../api/session.ts";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { roleName } from "../users/role-words.ts";
import { PasswordSection } from "./password-section.tsx";
import { ProfileSection } from "./profile-section.tsx";
import { SecondStepSection } from "./second-step-section.tsx";
import { SessionSection } from "./session-section.tsx";
import { TokenSection } from "./token-section.tsx";

const SettingsDialogs = lazy(async () => ({ default: (await import("./settings-dialogs.tsx")).SettingsDialogs }));

const route = getRouteApi("/_app/settings");

/** One's own account: who one is, how one signs in, and where. */
export function SettingsPage() {
  const { ask } = route.useSearch();
  const { role, practice, account, user } = useSession();
  const administers = useMay("administrative");
  return (
    <Page
      title="Settings"
      answer={`You are ${roleName(role).toLowerCase()} ${account === null ? `at ${practice.name}` : `of ${account.name}`}.`}
    >
      {user === null ? (
        <Empty
          title="This sign-in belongs to no user"
          next="It has no password and no other sessions. Ask an admin to invite you."
        />
      ) : (
        <>
          <ProfileSection user={user} />
          <PasswordSection user={user} />
          <SecondStepSection user={user} />
          <SessionSection />
        </>
      )}
      {administers ? <TokenSection /> : null}
      <Suspense fallback={null}>{ask === undefined ? null : <SettingsDialogs ask={ask} user={user} />}</Suspense>
    </Page>
  );
}
