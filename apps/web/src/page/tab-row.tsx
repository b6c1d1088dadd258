import { Tabs } from "@mantine/core";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import classes from "./tab-row.module.css";

/** The tabs of a page on one row, which scrolls where there is no room; the open one is in view. */
export function TabRow({
  open,
  label,
  children,
}: {
  readonly open: string;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const row = useRef<HTMLDivElement>(null);
  // Only the row moves, never the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is open
  useLayoutEffect(() => {
    const list = row.current;
    const tab = list?.querySelector('[aria-selected="true"]');
    if (list === null || tab === null || tab === undefined) return;
    const [around, own] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
    if (own.left < around.left || own.right > around.right)
      list.scrollLeft += own.left + own.width / 2 - (around.left + around.width / 2);
  }, [open]);
  return (
    <Tabs.List ref={row} aria-label={label} data-no-print mb="md" className={classes.row ?? ""}>
      {children}
    </Tabs.List>
  );
}
