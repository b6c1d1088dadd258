import { Button, Group, Text, TextInput } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";

/** Into the next phase: offered only where it would succeed, else what is missing and what to do. */
export function Advance({ phases, onDone }: { readonly phases: WorkPhases; readonly onDone?: () => void }) {
  const [mayMove, mayOverride] = [useMay("delivering"), useMay("commercial")];
  const [reason, setReason] = useState("");
  const { account, deliverable, next, advanceRefused } = phases;
  const advance = useMutation(
    useApi().phase.advance.mutationOptions({
      onSuccess: ({ title }) => {
        void tell(`Now in ${title}.`);
        onDone?.();
      },
    }),
  );
  if (next === null) return null;
  const to = { account, deliverable, to: next.phase };
  if (advanceRefused === null)
    return (
      <>
        <Group justify="space-between" gap="xs">
          <Text size="sm">Everything the gates need is there.</Text>
          {mayMove ? (
            <Button
              loading={advance.isPending}
              rightSection={<IconArrowRight size={16} aria-hidden />}
              onClick={() => advance.mutate(to)}
            >
              Advance to {next.title}
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              The services team moves it on.
            </Text>
          )}
        </Group>
        <RefusalNote error={advance.error} />
      </>
    );
  return (
    <>
      <Text size="sm" role="status">
        {advanceRefused.message}{" "}
        {advanceRefused.clause === undefined ? null : <ClauseLink id={advanceRefused.clause} />}
      </Text>
      {advanceRefused.code === "WORK_STOPPED" && mayOverride ? (
        <Group gap="xs" align="flex-end" mt="xs">
          <TextInput
            size="xs"
            label="Move it on anyway, because"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            size="xs"
            color="red"
            disabled={reason.trim() === ""}
            loading={advance.isPending}
            onClick={() => advance.mutate({ ...to, override: reason })}
          >
            Advance anyway
          </Button>
        </Group>
      ) : null}
      <RefusalNote error={advance.error} />
    </>
  );
}
