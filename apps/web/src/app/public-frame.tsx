import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Container, Group, Text } from "@mantine/core";
import { Link, linkOptions, Outlet } from "@tanstack/react-router";
import { useOffer } from "../public/use-offer.ts";
import { Brand } from "./brand.tsx";
import headerClasses from "./header.module.css";
import { PageAnnouncer } from "./page-announcer.tsx";
import classes from "./public-frame.module.css";
import { SchemeToggle } from "./scheme-toggle.tsx";
import shellClasses from "./shell.module.css";

/** What everyone may look at, signed in or not. */
const pages = [
  { label: msg`Quote`, link: linkOptions({ to: "/quote" }) },
  { label: msg`Package finder`, link: linkOptions({ to: "/package-finder" }) },
  { label: msg`Process`, link: linkOptions({ to: "/process" }) },
] as const;

/** The frame around the pages that need no sign-in. */
export function PublicFrame() {
  const { practice } = useOffer();
  const whose = practice.email === "" ? practice.name : `${practice.name} · ${practice.email}`;
  return (
    <>
      <a href="#main" className={shellClasses.skip} data-no-print>
        <Trans>Skip to content</Trans>
      </a>
      <PageAnnouncer />
      <header className={classes.header}>
        <Group px="md" py={6} gap="md" wrap="wrap" mih={52} maw={1240} mx="auto">
          <Link to="/quote" className={headerClasses.home} aria-label={t`cimpro, quote calculator`}>
            <Brand />
          </Link>
          <nav aria-label={t`Pages`} className={classes.pages}>
            {pages.map(({ label, link }) => (
              <Link key={link.to} {...link} className={classes.page} activeOptions={{ includeSearch: false }}>
                {i18n._(label)}
              </Link>
            ))}
          </nav>
          <Group ml="auto" gap="sm">
            <SchemeToggle />
            <Anchor component={Link} to="/sign-in" size="sm" py={8} preload={false}>
              <Trans>Sign in</Trans>
            </Anchor>
          </Group>
        </Group>
      </header>
      <Container component="main" id="main" tabIndex={-1} size={1240} py="lg" px="md">
        <Outlet />
      </Container>
      <Container component="footer" size={1240} px="md" pb="lg">
        <Text size="sm" c="dimmed">
          <Trans>{whose}. Figures are worked out in your browser by the same rules that bill the work.</Trans>
        </Text>
      </Container>
    </>
  );
}
