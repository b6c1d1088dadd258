import { formatDuration } from "@cimpro/domain";
import { Group, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { Entry } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay, weekdayName } from "../figures/day-text.ts";
import { sum } from "../figures/sum.ts";
import { RowHead } from "./row-head.tsx";
import classes from "./sheet.module.css";
import { SheetCell } from "./sheet-cell.tsx";
import { cellId, type Sheet } from "./use-sheet.ts";
import { cellEntries, rowKey, type SheetRow } from "./week.ts";

const route = getRouteApi("/_app/time");

/** The week on a phone: a strip of days, and a card a row for the day chosen. */
export function DaySheet({
  sheet,
  rows,
  days,
  entries,
}: {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  readonly days: readonly string[];
  readonly entries: readonly Entry[];
}) {
  const today = useToday();
  const navigate = route.useNavigate();
  const asked = route.useSearch().day;
  const chosen = days.find((day) => day === asked) ?? days.find((day) => day === today) ?? days[0] ?? today;
  const minutesOn = (day: string) => sum(entries.filter(({ on }) => on === day).map(({ minutes }) => minutes));
  return (
    <>
      <div className={classes.days}>
        {days.map((day) => (
          <UnstyledButton
            key={day}
            {...(classes.day === undefined ? {} : { className: classes.day })}
            aria-current={day === chosen ? "date" : undefined}
            onClick={() => navigate({ search: (search) => ({ ...search, day }), replace: true, resetScroll: false })}
          >
            <VisuallyHidden>
              {formatDay(day, today)}, {formatDuration(minutesOn(day))}
            </VisuallyHidden>
            <span aria-hidden>{weekdayName(day).slice(0, 2)}</span>
            <span className="figure" aria-hidden>
              {minutesOn(day) === 0 ? "·" : formatDuration(minutesOn(day))}
            </span>
          </UnstyledButton>
        ))}
      </div>
      {rows.map((row) => {
        const place = { row, day: chosen };
        const own = cellEntries(entries, row, chosen);
        const refused = sheet.refusedAt(place)?.text ?? null;
        return (
          <div key={rowKey(row)} className={classes.card}>
            <div>
              <RowHead row={row} />
            </div>
            <SheetCell
              id={cellId(place)}
              key={chosen}
              label={`${rowKey(row)}, ${formatDay(chosen, today)}`}
              entries={own}
              refused={refused}
              onFocus={() => sheet.select(place)}
              onType={sheet.setTyped}
              onCommit={(text) => sheet.commit(place, text)}
              onCancel={() => sheet.forget(place)}
              onUndo={() => void sheet.undo()}
            />
          </div>
        );
      })}
      {rows.length === 0 ? null : (
        <Group justify="space-between" px="md" pt="xs">
          <Text fw={600}>{formatDay(chosen, today)}</Text>
          <Text fw={600} className="figure">
            {formatDuration(minutesOn(chosen))}
          </Text>
        </Group>
      )}
    </>
  );
}
