import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./why-link.module.css";

/** A figure that can be asked "why?". The open drawer is part of the address, so the link can be sent to a colleague. */
export function WhyLink({
  why,
  label,
  children,
}: {
  readonly why: string;
  /** What is asked, for those who do not see the figure in its place. */
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <Link
      to="."
      search={(search: Record<string, unknown>) => ({ ...search, why })}
      resetScroll={false}
      preload={false}
      className={classes.figure}
      title={label}
    >
      {children}
      <span className={classes.why} aria-hidden>
        <Trans>why?</Trans>
      </span>
      <span className={classes.unseen}>, {label}</span>
    </Link>
  );
}
