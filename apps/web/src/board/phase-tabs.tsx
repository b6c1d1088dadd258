import { t } from "@lingui/core/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import classes from "./board.module.css";
import type { BoardColumn } from "./columns.ts";

/** On a phone, where the board shows one phase at a time: which one. */
export function PhaseTabs({
  columns,
  shown,
}: {
  readonly columns: readonly BoardColumn[];
  readonly shown: string | undefined;
}) {
  const tabs = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks for the tab that is current from then on.
  useEffect(() => {
    const tab = tabs.current?.querySelector<HTMLElement>("[aria-current]");
    if (tabs.current && tab)
      tabs.current.scrollTo({ left: tab.offsetLeft - (tabs.current.clientWidth - tab.clientWidth) / 2 });
  }, [shown]);
  return (
    <nav aria-label={t`Phases`} className={classes.tabs} ref={tabs}>
      {columns.map(({ phase, title, cards }) => (
        <Link
          key={phase}
          to="."
          search={(old: Record<string, unknown>) => ({ ...old, phase })}
          resetScroll={false}
          preload={false}
          className={classes.tab}
          aria-current={phase === shown ? "true" : undefined}
        >
          <span className={classes.tabTitle}>{title}</span> <span className="figure">{cards.length}</span>
        </Link>
      ))}
    </nav>
  );
}
