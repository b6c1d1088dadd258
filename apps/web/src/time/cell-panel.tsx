import { parseDuration } from "@cimpro/domain";
import { Trans } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import type { Entry, LogTime } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { cellDetail, leaveDetail } from "./cell-detail.ts";
import { CellEntry } from "./cell-entry.tsx";
import { CoverPreview } from "./cover-preview.tsx";
import { OverrideField } from "./override-field.tsx";
import { useRowName } from "./row-name.ts";
import { cellId, type Sheet } from "./use-sheet.ts";
import { cellEntries } from "./week.ts";

/** What stands behind the chosen cell: its entries and notes, the cover typed time would get, and why it was refused. */
export function CellPanel({
  sheet,
  entries,
  worker,
}: {
  readonly sheet: Sheet;
  readonly entries: readonly Entry[];
  readonly worker: string;
}) {
  const today = useToday();
  const { selected, typed } = sheet;
  const name = useRowName(selected?.row ?? null);
  if (selected === null) return null;
  const { row, day } = selected;
  const own = cellEntries(entries, row, day);
  const refused = sheet.refusedAt(selected);
  const parsed = parseDuration(typed, "day-hours");
  const input: LogTime | null =
    own.length === 0 && parsed.ok && parsed.minutes > 0
      ? {
          account: row.account,
          worker,
          on: day,
          minutes: parsed.minutes,
          ...(row.deliverable === null ? {} : { deliverable: row.deliverable }),
        }
      : null;
  return (
    <Section title={`${formatDay(day, today)}, ${name}`}>
      <Stack id={cellDetail} gap="sm" onKeyDown={(event) => leaveDetail(event, cellId(selected))}>
        {refused === null ? null : (
          <RefusalNote error={refused.error}>
            <OverrideField
              error={refused.error}
              account={row.account}
              busy={sheet.busy}
              onOverride={(reason) => sheet.commit(selected, refused.text, reason)}
            />
          </RefusalNote>
        )}
        {own.map((entry) => (
          <CellEntry key={`${entry.id} ${entry.version}`} entry={entry} />
        ))}
        {own.length > 0 ? null : typed.trim() !== "" && !parsed.ok ? (
          <Text size="sm" c="dimmed">
            {parsed.message}
          </Text>
        ) : refused !== null ? null : input === null ? (
          <Text size="sm" c="dimmed">
            <Trans>Type a duration to see what would cover it.</Trans>
          </Text>
        ) : (
          <CoverPreview input={input} />
        )}
      </Stack>
    </Section>
  );
}
