import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { AppShell } from "@mantine/core";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useOwnAccount } from "../api/session.ts";
import { SignInAgain } from "../sign-in/sign-in-again.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { isForCustomer } from "./customer-pages.ts";
import { Header } from "./header.tsx";
import { NotFound } from "./not-found.tsx";
import { PageAnnouncer } from "./page-announcer.tsx";
import { Rail } from "./rail.tsx";
import classes from "./shell.module.css";
import { useLiveUpdates } from "./use-live-updates.ts";
import { usePrintInLight } from "./use-print-in-light.ts";

/** The frame around every page: a rail on wide screens, a bar in thumb's reach on narrow ones. */
export function Shell() {
  usePrintInLight();
  const own = useOwnAccount();
  const { pathname } = useLocation();
  useLiveUpdates(own ?? undefined);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 184, breakpoint: "sm", collapsed: { mobile: true } }}
      footer={{ height: { base: 60, sm: 0 } }}
      padding={{ base: "md", sm: "lg" }}
    >
      <a href="#main" className={classes.skip} data-no-print>
        <Trans>Skip to content</Trans>
      </a>
      <PageAnnouncer />
      <SignInAgain />
      <AppShell.Header>
        <Header />
      </AppShell.Header>
      <AppShell.Navbar p="xs" visibleFrom="sm" aria-label={t`Pages`}>
        <Rail />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        {own === null || isForCustomer(pathname, own) ? <Outlet /> : <NotFound />}
      </AppShell.Main>
      <AppShell.Footer hiddenFrom="sm">
        <BottomBar />
      </AppShell.Footer>
    </AppShell>
  );
}
