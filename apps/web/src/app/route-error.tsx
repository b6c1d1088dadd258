import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { refusalOf } from "../api/refusal.ts";
import { Page } from "../page/page.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { comingBackTo } from "../sign-in/return-to.ts";
import { NotFound } from "./not-found.tsx";
import { useComeBack } from "./use-come-back.ts";

/** What is shown when a page's answers could not be had. */
export function RouteError({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  useEffect(reset, [reset]);
  const refusal = refusalOf(error);
  useComeBack(error);
  if (refusal?.code === "UNAUTHENTICATED") return <ToSignIn />;
  if (refusal?.code === "NOT_FOUND") return <NotFound message={refusal.message} />;
  return (
    <Page title={refusal === null ? t`No answer` : t`Not possible`}>
      <RefusalNote error={error}>
        <Button size="xs" variant="default" onClick={() => router.invalidate()}>
          <Trans>Try again</Trans>
        </Button>
      </RefusalNote>
    </Page>
  );
}

/** Leads to the sign-in page, and from there back to here. Once: on the way there the address is another already. */
function ToSignIn() {
  const router = useRouter();
  const [search] = useState(comingBackTo(useLocation().href));
  useEffect(() => void router.navigate({ to: "/sign-in", search, replace: true }), [router, search]);
  return null;
}
