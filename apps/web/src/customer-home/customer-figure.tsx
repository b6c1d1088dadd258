import { Paper, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** A figure at a glance, with the way to what is behind it. */
export function CustomerFigure({
  label,
  figure,
  note,
}: {
  readonly label: string;
  readonly figure: ReactNode;
  readonly note: ReactNode;
}) {
  return (
    <Paper withBorder px="md" py="sm">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz="h1" fw={620} lh={1.3} component="div">
        {figure}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        {note}
      </Text>
    </Paper>
  );
}
