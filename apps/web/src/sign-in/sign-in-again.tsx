import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Modal, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { onSessionEnd } from "../api/sign-in-again.ts";
import { enter } from "./enter.ts";

const DemoPeople = lazy(async () => ({ default: (await import("./demo-people.tsx")).DemoPeople }));
const SignInForm = lazy(async () => ({ default: (await import("./sign-in-form.tsx")).SignInForm }));

/** Who came back, as signing in answers it. */
export interface CameBack {
  readonly name: string;
  readonly role: string;
  readonly account: string | null;
}

/** Over everything else, forms among it. */
const above = 500;

/**
 * Asks for sign-in over the page when the session has ended, so that nothing of the page is lost; what was being sent goes
 * on by itself. Somebody else gets a page of their own.
 */
export function SignInAgain() {
  const { name, role, account } = useSession();
  const [open, setOpen] = useState(false);
  const answer = useRef<(signedIn: boolean) => void>(() => undefined);
  useEffect(
    () =>
      onSessionEnd(
        () =>
          new Promise((resolve) => {
            answer.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );
  const queries = useQueryClient();
  const people = useQuery({ ...useApi().session.demoPeople.queryOptions(), enabled: open }).data?.people ?? [];
  const same = people.filter((each) => each.name === name && each.role === role);
  const close = (signedIn: boolean) => {
    setOpen(false);
    answer.current(signedIn);
    if (signedIn) void queries.invalidateQueries();
  };
  const cameBack = (who: CameBack) => {
    if (who.name === name && who.role === role && who.account === (account?.id ?? null)) return close(true);
    enter(location.href);
  };
  return (
    <Modal
      opened={open}
      onClose={() => close(false)}
      title={t`Sign in again`}
      zIndex={above}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ "aria-label": t`Not now` }}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>Your session has ended. What you typed is still here, and is sent once you are signed in.</Trans>
        </Text>
        <Suspense>
          {same.length === 0 ? null : <DemoPeople people={same} onDone={cameBack} />}
          <SignInForm onDone={cameBack} />
        </Suspense>
      </Stack>
    </Modal>
  );
}
