import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import type { WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { GoBack } from "../deliverables/go-back.tsx";
import { AskDialog, useDropAsk } from "../forms/ask-dialog.tsx";
import { Advance } from "../gate-card/advance.tsx";
import { GateCard } from "../gate-card/gate-card.tsx";
import { LeavesEarly } from "../gate-card/leaves-early.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { cardOfKey } from "./columns.ts";

const route = getRouteApi("/_app/board");

interface Card {
  readonly account: string;
  readonly deliverable: string;
}

/** What a move asks or says: the reason to go back, what a gate lacks, what entering the last phase does. */
export function MoveDialogs() {
  const { ask, card: key, to } = route.useSearch();
  const card = cardOfKey(key);
  if (card === null) return null;
  return (
    <>
      <AskDialog open={ask === "refused"} title={t`It cannot move there yet`} wide>
        <Suspense fallback={<Skeleton h={240} />}>
          <Refused {...card} to={to} />
        </Suspense>
      </AskDialog>
      <AskDialog does="phase.back" open={ask === "back"} title={t`Move back`}>
        <Suspense fallback={<Skeleton h={160} />}>
          <Back {...card} />
        </Suspense>
      </AskDialog>
      <AskDialog does="phase.advance" open={ask === "last"} title={t`Into long-term support`}>
        <Suspense fallback={<Skeleton h={160} />}>
          <Last {...card} />
        </Suspense>
      </AskDialog>
    </>
  );
}

function Refused({ account, deliverable, to }: Card & { readonly to: string | undefined }) {
  const close = useDropAsk();
  const phases = useSuspenseQuery(useApi().phase.show.queryOptions({ account, deliverable })).data;
  const present = phases.phases.find(({ state }) => state === "present");
  return (
    <Stack gap="sm">
      <Text size="sm">{whyNot(phases, to)}</Text>
      {present === undefined ? null : (
        <GateCard phase={present} account={account} deliverable={deliverable}>
          <Advance phases={phases} onDone={close} />
        </GateCard>
      )}
    </Stack>
  );
}

function whyNot({ name, title, next, phases }: WorkPhases, to: string | undefined): string {
  if (to === undefined || next === null || to === next.phase) return t`What ${title} lacks:`;
  const [nextTitle, wanted] = [next.title, phases.find(({ phase }) => phase === to)?.title ?? to];
  return t`Work moves one phase at a time: ${name} is in ${title}, and ${nextTitle} comes before ${wanted}.`;
}

function Back({ account, deliverable }: Card) {
  return <GoBack phases={useSuspenseQuery(useApi().phase.show.queryOptions({ account, deliverable })).data} />;
}

/** Entering the last phase ends the work, so it asks first (DLV-3, PROC-8). */
function Last({ account, deliverable }: Card) {
  const close = useDropAsk();
  const api = useApi();
  const phases = useSuspenseQuery(api.phase.show.queryOptions({ account, deliverable })).data;
  const [early, setEarly] = useState("");
  const advance = useMutation(
    api.phase.advance.mutationOptions({
      onSuccess: ({ name, title }) => {
        void tell(t`${name} is in ${title} now.`);
        close();
      },
    }),
  );
  const { name, next } = phases;
  if (next === null)
    return (
      <Text size="sm">
        <Trans>It is in its last phase.</Trans>
      </Text>
    );
  return (
    <Stack gap="sm">
      <Text size="sm">
        <Trans>
          {name} leaves the board: its work is over, its open time is billed with the next run, and what is left of its
          deposit comes back as a credit memo. More work on it is new work.
        </Trans>{" "}
        <ClauseLink id="DLV-3" /> <ClauseLink id="PROC-8" />
      </Text>
      <LeavesEarly phases={phases} reason={early} onReason={setEarly} />
      <RefusalNote error={advance.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          loading={advance.isPending}
          data-autofocus
          onClick={() =>
            advance.mutate({
              ...{ account, deliverable, to: next.phase },
              ...(early.trim() === "" ? {} : { reason: early }),
            })
          }
        >
          <Trans>Move to {next.title}</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
