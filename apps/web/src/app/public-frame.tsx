import { Anchor, Container, Group, Text } from "@mantine/core";
import { Link, linkOptions, Outlet } from "@tanstack/react-router";
import { useOffer } from "../public/use-offer.ts";
import { Brand } from "./brand.tsx";
import headerClasses from "./header.module.css";
import classes from "./public-frame.module.css";
import { SchemeToggle } from "./scheme-toggle.tsx";
import shellClasses from "./shell.module.css";

/** What everyone may look at, signed in or not. */
const pages = [
  { label: "Quote", link: linkOptions({ to: "/quote" }) },
  { label: "Package finder", link: linkOptions({ to: "/package-finder" }) },
  { label: "Process", link: linkOptions({ to: "/process" }) },
] as const;

/** The frame around the pages that need no sign-in. */
export function PublicFrame() {
  const { practice } = useOffer();
  return (
    <>
      <a href="#main" className={shellClasses.skip}>
        Skip to content
      </a>
      <header className={classes.header}>
        <Group px="md" py={6} gap="md" wrap="wrap" mih={52} maw={1240} mx="auto">
          <Link to="/quote" className={headerClasses.home} aria-label="cimpro, quote calculator">
            <Brand />
          </Link>
          <nav aria-label="Pages" className={classes.pages}>
            {pages.map(({ label, link }) => (
              <Link key={label} {...link} className={classes.page} activeOptions={{ includeSearch: false }}>
                {label}
              </Link>
            ))}
          </nav>
          <Group ml="auto" gap="sm">
            <SchemeToggle />
            <Anchor component={Link} to="/sign-in" size="sm" py={8} preload={false}>
              Sign in
            </Anchor>
          </Group>
        </Group>
      </header>
      <Container component="main" id="main" tabIndex={-1} size={1240} py="lg" px="md">
        <Outlet />
      </Container>
      <Container component="footer" size={1240} px="md" pb="lg">
        <Text size="sm" c="dimmed">
          {practice.name}
          {practice.email === "" ? "" : ` · ${practice.email}`}. Figures are worked out in your browser by the same
          rules that bill the work.
        </Text>
      </Container>
    </>
  );
}
