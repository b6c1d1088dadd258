import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Text, TextInput } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { LeavesEarly } from "./leaves-early.tsx";

/**
 * Into the next phase: offered only where it would succeed, else what is missing and what to do. `children` is what else
 * entering the last phase changes, where more is known than that it ends the work.
 */
export function Advance({
  phases,
  onDone,
  children,
}: {
  readonly phases: WorkPhases;
  readonly onDone?: () => void;
  readonly children?: ReactNode;
}) {
  const [mayMove, mayOverride] = [useMay("phase.advance"), useMay("deliverable.close")];
  const [reason, setReason] = useState("");
  const [early, setEarly] = useState("");
  const { account, deliverable, next, advanceRefused } = phases;
  const advance = useMutation(
    useApi().phase.advance.mutationOptions({
      onSuccess: ({ title, creditMemos }) => {
        void tell(t`Now in ${title}.`);
        for (const { number } of creditMemos)
          void tell(t`What was left of its deposit came back as credit memo ${number}.`);
        onDone?.();
      },
    }),
  );
  if (next === null) return null;
  const nextTitle = next.title;
  const lacking = missingOf(phases).join("; ");
  const isLast = next.phase === phases.phases.at(-1)?.phase;
  const to = { account, deliverable, to: next.phase };
  if (advanceRefused === null)
    return (
      <>
        {mayMove && isLast ? (children ?? <LastPhase />) : null}
        {mayMove ? <LeavesEarly phases={phases} reason={early} onReason={setEarly} /> : null}
        <Group justify="space-between" gap="xs">
          <Text size="sm">
            <Trans>Everything the gates need is there.</Trans>
          </Text>
          {mayMove ? (
            <Button
              loading={advance.isPending}
              rightSection={<IconArrowRight size={16} aria-hidden />}
              onClick={() => advance.mutate(early.trim() === "" ? to : { ...to, reason: early })}
            >
              <Trans>Advance to {nextTitle}</Trans>
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              <Trans>The services team moves it on.</Trans>
            </Text>
          )}
        </Group>
        <RefusalNote error={advance.error} />
      </>
    );
  return (
    <>
      <Text size="sm" role="status">
        {advanceRefused.code === "PHASE_INCOMPLETE" ? (
          <Trans>
            Before {nextTitle} there must be: {lacking}.
          </Trans>
        ) : (
          advanceRefused.message
        )}{" "}
        {advanceRefused.clause === undefined ? null : <ClauseLink id={advanceRefused.clause} />}
      </Text>
      {advanceRefused.code === "WORK_STOPPED" && mayOverride ? (
        <Group gap="xs" align="flex-end" mt="xs">
          <TextInput
            size="xs"
            label={t`Move it on anyway, because`}
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
            <Trans>Advance anyway</Trans>
          </Button>
        </Group>
      ) : null}
      <RefusalNote error={advance.error} />
    </>
  );
}

/** What the gates of the present phase still lack, by its title. */
const missingOf = ({ phases }: WorkPhases): readonly string[] =>
  phases
    .filter(({ state }) => state === "present")
    .flatMap(({ gates }) => gates.flatMap(({ conditions }) => conditions))
    .filter(({ state }) => state === "missing")
    .map(({ title }) => title);

/** In the last phase the work is over (DLV-3). */
function LastPhase() {
  return (
    <Text size="sm" mb="xs">
      <Trans>
        Its process is over with that: it closes once its open time is billed, and what is left of its deposit comes
        back.
      </Trans>{" "}
      <ClauseLink id="DLV-3" />
    </Text>
  );
}
