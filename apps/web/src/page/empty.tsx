import { EmptyState } from "@mantine/core";
import type { ReactNode } from "react";

/** Nothing here yet, and what the next step is. */
export function Empty({
  title,
  next,
  icon,
  children,
}: {
  readonly title: string;
  readonly next: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <EmptyState size="sm" py="lg" px="md" title={title} description={next} icon={icon}>
      {children === undefined ? null : <EmptyState.Actions>{children}</EmptyState.Actions>}
    </EmptyState>
  );
}
