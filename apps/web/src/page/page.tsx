import { Box, Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./page.module.css";

/** A screen: its title is the question's subject, the line below it the answer. */
export function Page({
  title,
  beside,
  answer,
  actions,
  isDocument,
  children,
}: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly answer?: ReactNode;
  readonly actions?: ReactNode;
  /** What is below is printed as it is, without this head. */
  readonly isDocument?: true;
  readonly children: ReactNode;
}) {
  useDocumentTitle(`${title} · cimpro`);
  return (
    <Stack gap="lg" maw={1240} mx="auto">
      <Group justify="space-between" align="flex-start" gap="sm" data-no-print={isDocument}>
        <Box miw={0}>
          <Group gap="sm" align="center">
            <Title order={1}>{title}</Title>
            {beside}
          </Group>
          {answer === undefined ? null : (
            <Text component="div" c="dimmed" mt={4} maw="70ch">
              {answer}
            </Text>
          )}
        </Box>
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </Group>
      {children}
    </Stack>
  );
}
