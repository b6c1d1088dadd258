import { Alert, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { messageOf, refusalOf } from "../api/refusal.ts";
import { ClauseLink } from "../why/clause-link.tsx";

/** Why something was not done, in the server's own words, where it was asked for. */
export function RefusalNote({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  if (error === null || error === undefined) return null;
  const clause = refusalOf(error)?.clause;
  return (
    <Alert data-tone="late" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Text size="sm">{messageOf(error)}</Text>
      {clause === undefined && children === undefined ? null : (
        <Group gap="xs" mt="xs">
          {clause === undefined ? null : <ClauseLink id={clause} />}
          {children}
        </Group>
      )}
    </Alert>
  );
}
