import { Group, Paper, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "./section.module.css";

/** A part of a screen with a heading of its own. */
export function Section({
  title,
  note,
  actions,
  flush,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** The content reaches the edges, as tables do. */
  readonly flush?: true;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <Paper component="section" withBorder aria-labelledby={heading} py="md" px={flush ? 0 : "md"}>
      <Group
        justify="space-between"
        align={note === undefined ? "center" : "flex-start"}
        gap="xs"
        px={flush ? "md" : 0}
        className={classes.head ?? ""}
      >
        <div>
          <Title order={2} id={heading}>
            {title}
          </Title>
          {note === undefined ? null : (
            <Text component="div" size="sm" c="dimmed" mt={2}>
              {note}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Paper>
  );
}
