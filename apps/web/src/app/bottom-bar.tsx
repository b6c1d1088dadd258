import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import classes from "./bottom-bar.module.css";
import { useDestinations } from "./destinations.ts";

const MorePages = lazy(async () => ({ default: (await import("./more-pages.tsx")).MorePages }));

/** The pages most used, and the rest behind "More". */
export function BottomBar() {
  const destinations = useDestinations();
  return (
    <nav aria-label="Pages" className={classes.bar}>
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
      <Suspense fallback={<span className={classes.entry} />}>
        <MorePages />
      </Suspense>
    </nav>
  );
}
