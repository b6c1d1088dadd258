import { t } from "@lingui/core/macro";
import { Box } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Brand } from "./brand.tsx";
import headerClasses from "./header.module.css";
import { NotFound } from "./not-found.tsx";
import classes from "./public-frame.module.css";

/** An address that no page has, whoever asks: only the way home. */
export function Nowhere() {
  return (
    <>
      <header className={classes.header}>
        <Box px="md" py="sm" maw={1272} mx="auto">
          <Link to="/" className={headerClasses.home} aria-label={t`cimpro, home`}>
            <Brand />
          </Link>
        </Box>
      </header>
      <Box component="main" id="main" px="md" py="lg">
        <NotFound next={t`Check the link, or go on from home.`} />
      </Box>
    </>
  );
}
