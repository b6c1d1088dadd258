import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useOffer } from "../public/use-offer.ts";
import { DemoPeople } from "./demo-people.tsx";
import { enter } from "./enter.ts";
import { FirstTime } from "./first-time.tsx";
import { ForgotPassword } from "./forgot-password.tsx";
import { returnTo } from "./return-to.ts";
import { SignInCard } from "./sign-in-card.tsx";
import { SignInForm } from "./sign-in-form.tsx";

const route = getRouteApi("/_public/sign-in");

/** The way in, and back to where one wanted to go. */
export function SignInPage() {
  const { to: wanted, link, ask } = route.useSearch();
  const { people } = useSuspenseQuery(useApi().session.demoPeople.queryOptions()).data;
  const { practice } = useOffer();
  const practiceName = practice.name;
  const to = returnTo(wanted);
  if (ask === "password-link")
    return (
      <SignInCard title={t`A new password`} note={t`You get a link by mail, and choose a new password there.`}>
        <ForgotPassword />
      </SignInCard>
    );
  return (
    <SignInCard title={t`Sign in`} note={t`to ${practiceName}`}>
      {link === "expired" ? (
        <Alert data-tone="soon" icon={<IconClock aria-hidden />} role="alert">
          <Trans>That link was used before, or is too old. You need a new one.</Trans>
        </Alert>
      ) : null}
      {people.length === 0 ? null : <DemoPeople people={people} onDone={() => enter(to)} />}
      <SignInForm onDone={() => enter(to)} />
      <FirstTime open={link === "expired"} />
    </SignInCard>
  );
}
