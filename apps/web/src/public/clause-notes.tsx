import { Group, Stack, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { ClauseCard } from "../why/clause-card.tsx";
import classes from "./clause-notes.module.css";
import { useOffer } from "./use-offer.ts";

/** The rules a figure rests on: their ids, and on asking what they say and who says so. */
export function ClauseNotes({ ids }: { readonly ids: readonly string[] }) {
  const { policy, version } = useOffer();
  const [open, setOpen] = useState<string | null>(null);
  const clause = policy.clauses.find(({ id }) => id === open);
  return (
    <Stack gap="xs">
      <Group gap={4}>
        {ids.map((id) => (
          <UnstyledButton
            key={id}
            className={classes.id}
            aria-expanded={open === id}
            title={policy.clauses.find((each) => each.id === id)?.title}
            onClick={() => setOpen(open === id ? null : id)}
          >
            {id}
          </UnstyledButton>
        ))}
      </Group>
      {clause === undefined ? null : (
        <div className={classes.card}>
          <ClauseCard clause={clause} documents={policy.documents} version={version} unlinked />
        </div>
      )}
    </Stack>
  );
}
