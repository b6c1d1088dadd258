import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Entry } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { Duration } from "../figures/duration.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { TextLink } from "../page/text-link.tsx";
import { EntryPlaces } from "./entry-places.tsx";

/** One entry of a cell: its note, where it went, and the way to change it. */
export function CellEntry({ entry }: { readonly entry: Entry }) {
  const [note, setNote] = useState(entry.note);
  const amend = useMutation(useApi().time.amend.mutationOptions());
  const billed = entry.slices.length > 0;
  const save = () => {
    if (note !== entry.note)
      amend.mutate({ account: entry.account, entry: entry.id, expectedVersion: entry.version, note });
  };
  return (
    <div>
      <Group gap="sm" align="center">
        <Text fw={600} miw="4rem">
          <Duration minutes={entry.minutes} />
        </Text>
        {billed ? (
          <Text size="sm" style={{ flex: 1 }}>
            {entry.note}
          </Text>
        ) : (
          <TextInput
            size="xs"
            aria-label={t`Note`}
            placeholder={t`What was done`}
            style={{ flex: "1 1 14rem" }}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onBlur={save}
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
          />
        )}
        <Text size="sm" c="dimmed" component="div">
          <EntryPlaces entry={entry} />
        </Text>
        <TextLink
          to="/accounts/$id"
          params={{ id: entry.account }}
          search={{ tab: "time", from: entry.on, to: entry.on, ask: "amend", entry: entry.id }}
          fz="sm"
        >
          <Trans>Change</Trans>
        </TextLink>
      </Group>
      <RefusalNote error={amend.error} />
    </div>
  );
}
