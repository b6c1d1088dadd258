import { t } from "@lingui/core/macro";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useMay, useSession } from "../api/session.ts";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { roleInSentence } from "../users/role-words.ts";
import { PasswordSection } from "./password-section.tsx";
import { ProfileSection } from "./profile-section.tsx";
import { SecondStepSection } from "./second-step-section.tsx";
import { SessionSection } from "./session-section.tsx";
import { TokenSection } from "./token-section.tsx";
import { WritingSection } from "./writing-section.tsx";

const SettingsDialogs = lazy(async () => ({ default: (await import("./settings-dialogs.tsx")).SettingsDialogs }));

const route = getRouteApi("/_app/settings");

/** One's own account: who one is, how one signs in, and where. */
export function SettingsPage() {
  const { ask } = route.useSearch();
  const { role, practice, account, user } = useSession();
  const administers = useMay("token.create");
  const hat = roleInSentence(role);
  const [practiceName, accountName] = [practice.name, account?.name ?? ""];
  return (
    <Page
      title={t`Settings`}
      answer={account === null ? t`You are ${hat} at ${practiceName}.` : t`You are ${hat} of ${accountName}.`}
    >
      {user === null ? (
        <Empty
          title={t`This sign-in belongs to no user`}
          next={t`It has no password and no other sessions. Ask an admin to invite you.`}
        />
      ) : (
        <>
          <ProfileSection user={user} />
          <PasswordSection user={user} />
          <SecondStepSection user={user} />
          <SessionSection />
        </>
      )}
      <WritingSection />
      {administers ? <TokenSection /> : null}
      <Suspense fallback={null}>
        {ask === undefined ? null : <SettingsDialogs ask={ask} user={user} administers={administers} />}
      </Suspense>
    </Page>
  );
}
