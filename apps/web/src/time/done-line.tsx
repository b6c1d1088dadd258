import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Text } from "@mantine/core";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { useRowName } from "./row-name.ts";
import { cellId, type Sheet } from "./use-sheet.ts";

/** What was written last, and the way to take it back. */
export function DoneLine({ sheet }: { readonly sheet: Sheet }) {
  const today = useToday();
  const { done, busy } = sheet;
  const name = useRowName(done?.place.row ?? null);
  const undo = async () => {
    await sheet.undo();
    // The button is gone with what it was for; one goes on in the cell.
    if (done !== null) document.getElementById(cellId(done.place))?.focus();
  };
  return (
    <div role="status">
      {done === null ? null : (
        <Group gap="xs" px="md" pt="sm" mih="2.5rem">
          <Text size="sm">{done.written?.said ?? t`Undone.`}</Text>
          <Text size="sm" c="dimmed">
            {name}, {formatDay(done.place.day, today)}
          </Text>
          {done.written === null ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={busy}
              onClick={undo}
              title={t`Ctrl+Z in a cell does the same`}
            >
              <Trans>Undo</Trans>
            </Button>
          )}
          <RefusalNote error={done.error} />
        </Group>
      )}
    </div>
  );
}
