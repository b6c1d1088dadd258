import { t } from "@lingui/core/macro";
import { Group, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { loadPatiently } from "../api/part-missing.ts";
import { Brand } from "./brand.tsx";
import classes from "./header.module.css";

// Not needed to see a page, so it does not hold the first one up.
const HeaderTools = lazy(async () => ({
  default: (await loadPatiently(() => import("./header-tools.tsx"))).HeaderTools,
}));

export function Header() {
  return (
    <Group h="100%" px="md" gap="sm" wrap="nowrap">
      <Link to="/" className={classes.home} aria-label={t`cimpro, home`}>
        <Brand />
      </Link>
      <Suspense fallback={<Skeleton h={30} w={220} />}>
        <HeaderTools />
      </Suspense>
    </Group>
  );
}
