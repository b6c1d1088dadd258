import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { WorkStanding } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { DayStrip } from "../day-strip/day-strip.tsx";
import { formatDay } from "../figures/day-text.ts";
import { PhaseTrack } from "../phase-track/phase-track.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { DeliverableLink } from "./deliverable-link.tsx";
import { promiseWords } from "./promise-words.ts";
import { turnWord } from "./turn-word.ts";

/** One piece of work as its customer sees it: how far, at what cost of hours, promised for when, and whose turn it is. */
export function WorkCard({ account, work }: { readonly account: string; readonly work: WorkStanding }) {
  return (
    <Paper component="article" withBorder p="md" aria-label={work.name}>
      <Stack gap="sm">
        <Group justify="space-between" align="baseline" gap="xs">
          <Title order={3}>
            <DeliverableLink account={account} deliverable={work.deliverable}>
              {work.name}
            </DeliverableLink>
          </Title>
          <WorkBadge work={work} />
        </Group>
        <PhaseTrack phases={work.phases} />
        <Hours work={work} />
        <PromiseLine work={work} />
        <Next work={work} />
      </Stack>
    </Paper>
  );
}

function WorkBadge({ work }: { readonly work: WorkStanding }) {
  const turn = turnWord(work);
  return turn === null ? null : <StateBadge tone={turn.tone}>{turn.word}</StateBadge>;
}

/** What was worked of what was approved; more than that runs past the mark, and the words say how much (DLV-5). */
function Hours({ work: { approvedMinutes, workedMinutes, name } }: { readonly work: WorkStanding }) {
  const worked = formatDuration(workedMinutes);
  if (approvedMinutes === null || approvedMinutes === 0)
    return (
      <Text size="sm" c="dimmed">
        {workedMinutes === 0 ? t`No time yet, no SOW approved.` : t`${worked} worked, no SOW approved.`}
      </Text>
    );
  const over = Math.max(0, workedMinutes - approvedMinutes);
  const [approved, beyond] = [formatDuration(approvedMinutes), formatDuration(over)];
  const end = Math.max(workedMinutes, approvedMinutes);
  return (
    <div>
      <Text size="sm" c="dimmed">
        {over === 0
          ? t`${worked} worked of ${approved} approved`
          : t`${worked} worked of ${approved} approved, ${beyond} beyond it`}
      </Text>
      <Progress.Root size="sm" mt={4}>
        <Progress.Section
          value={((workedMinutes - over) / end) * 100}
          aria-label={t`Approved hours used for ${name}`}
        />
        {over === 0 ? null : (
          <Progress.Section
            value={(over / end) * 100}
            striped
            color="gray"
            aria-label={t`Hours beyond what is approved for ${name}`}
          />
        )}
      </Progress.Root>
    </div>
  );
}

function PromiseLine({ work: { clock } }: { readonly work: WorkStanding }) {
  if (clock === null) return null;
  const { tone, word } = promiseWords(clock);
  return (
    <div>
      <Group gap="xs" mb={6}>
        <Text size="sm" fw={550}>
          {clock.leadTime === "rush" ? t`Rush` : t`Expedited`}
        </Text>
        <StateBadge tone={tone}>{word}</StateBadge>
      </Group>
      {clock.days.length === 0 ? null : <DayStrip clock={clock} small />}
      <Text size="sm" c="dimmed" mt={6}>
        {clock.sentence}
      </Text>
    </div>
  );
}

function Next({ work: { next } }: { readonly work: WorkStanding }) {
  const today = useToday();
  if (next === null) return null;
  const { what } = next;
  const since = next.since === null ? null : formatDay(next.since, today);
  return (
    <Text size="sm">
      {since === null ? (
        <Trans>
          <Strong>Next:</Strong> {what}
        </Trans>
      ) : (
        <Trans>
          <Strong>Next:</Strong> {what} (since {since})
        </Trans>
      )}
    </Text>
  );
}

const Strong = ({ children }: { readonly children: ReactNode }) => (
  <Text span inherit fw={550}>
    {children}
  </Text>
);
