import { Alert, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useApi } from "../api/context.ts";
import { messageOf, refusalOf } from "../api/refusal.ts";
import { withDays } from "../figures/day-text.ts";
import { ClauseLink } from "../why/clause-link.tsx";

/** Why something was not done, in the server's own words, where it was asked for. */
export function RefusalNote({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  // Known wherever a page is; where it is not (the session itself failed), days are written with their year.
  const today = useQuery({ ...useApi().session.me.queryOptions(), enabled: false }).data?.today ?? "";
  if (error === null || error === undefined) return null;
  const clause = refusalOf(error)?.clause;
  return (
    <Alert data-tone="late" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Text size="sm">{withDays(messageOf(error), today)}</Text>
      {clause === undefined && children === undefined ? null : (
        <Group gap="xs" mt="xs">
          {clause === undefined ? null : <ClauseLink id={clause} />}
          {children}
        </Group>
      )}
    </Alert>
  );
}
