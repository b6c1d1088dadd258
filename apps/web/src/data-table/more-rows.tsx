import { Trans } from "@lingui/react/macro";
import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { fetchAll, type ListQuery } from "./list-query.ts";

/** Asks for the next page of a list, or for all that is left; nothing when all rows are there. */
export function MoreRows({ query, shown }: { readonly query: ListQuery; readonly shown?: number }) {
  const [all, setAll] = useState(false);
  if (!query.hasNextPage) return null;
  const showAll = async () => {
    setAll(true);
    await fetchAll(query);
    setAll(false);
  };
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        loading={query.isFetchingNextPage && !all}
        disabled={all}
        onClick={() => query.fetchNextPage()}
      >
        <Trans>Show more</Trans>
      </Button>
      <Button size="xs" variant="subtle" color="gray" loading={all} onClick={showAll}>
        <Trans>Show all</Trans>
      </Button>
      {shown === undefined ? null : (
        <Text size="xs" c="dimmed" aria-live="polite">
          <Trans>{shown} shown, more to come</Trans>
        </Text>
      )}
    </Group>
  );
}
