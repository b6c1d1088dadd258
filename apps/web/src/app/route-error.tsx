import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, Navigate, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { refusalOf } from "../api/refusal.ts";
import { Page } from "../page/page.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { comingBackTo } from "../sign-in/return-to.ts";
import { NotFound } from "./not-found.tsx";

/** What is shown when a page's answers could not be had. */
export function RouteError({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { href } = useLocation();
  const { reset } = useQueryErrorResetBoundary();
  useEffect(reset, [reset]);
  const refusal = refusalOf(error);
  if (refusal?.code === "UNAUTHENTICATED") return <Navigate to="/sign-in" search={comingBackTo(href)} replace />;
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
