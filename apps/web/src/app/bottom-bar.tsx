import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { loadPatiently } from "../api/part-missing.ts";
import classes from "./bottom-bar.module.css";
import { useDestinations } from "./destinations.ts";

const load = async () => ({ default: (await loadPatiently(() => import("./more-pages.tsx"))).MorePages });
const MorePages = lazy(load);

/** The pages most used, and the rest behind "More". */
export function BottomBar() {
  const destinations = useDestinations();
  const [wanted, setWanted] = useState(false);
  const door = (
    <UnstyledButton className={classes.entry ?? ""} aria-haspopup="menu" onClick={() => setWanted(true)}>
      <IconDots size={20} stroke={1.7} aria-hidden />
      <Trans>More</Trans>
    </UnstyledButton>
  );
  return (
    <nav aria-label={t`Pages`} className={classes.bar}>
      {destinations
        .filter(({ first }) => first)
        .map(({ label, icon: Icon, link }) => (
          <Link
            key={label}
            {...link}
            className={classes.entry}
            activeOptions={{ exact: link.to === "/", includeSearch: false }}
          >
            <Icon size={20} stroke={1.7} aria-hidden />
            {label}
          </Link>
        ))}
      {wanted ? (
        <Suspense fallback={door}>
          <MorePages />
        </Suspense>
      ) : (
        door
      )}
    </nav>
  );
}
