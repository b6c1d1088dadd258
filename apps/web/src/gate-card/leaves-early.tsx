import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, TextInput } from "@mantine/core";
import type { WorkPhases } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** Leaving stabilization before its planned days says so, and keeps a reason (PROC-7); nothing elsewhere. */
export function LeavesEarly({
  phases: { stabilization },
  reason,
  onReason,
}: {
  readonly phases: WorkPhases;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}) {
  const { daysEarly, endsOn } = stabilization;
  if (daysEarly === null || endsOn === null) return null;
  const days = plural(daysEarly, { one: "# day", other: "# days" });
  return (
    <Stack gap="xs" mb="sm">
      <Text size="sm">
        <Trans>
          It is planned to stay open to <DayLabel day={endsOn} />: it would be left {days} early.
        </Trans>{" "}
        <ClauseLink id="PROC-7" />
      </Text>
      <TextInput
        size="xs"
        label={t`Why so early`}
        description={t`Left empty, what was stated for its gate is kept as the reason.`}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    </Stack>
  );
}
