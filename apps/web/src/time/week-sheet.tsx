import { formatDuration, weekday } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import type { Entry } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { formatDay } from "../figures/day-text.ts";
import { sum } from "../figures/sum.ts";
import { moveInSheet } from "./move-in-sheet.ts";
import { RowHead } from "./row-head.tsx";
import classes from "./sheet.module.css";
import { SheetCell } from "./sheet-cell.tsx";
import { cellId, type Sheet } from "./use-sheet.ts";
import { cellEntries, rowKey, type SheetRow } from "./week.ts";

/** Rows of work, columns of days, totals on both sides. */
export function WeekSheet({
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
  if (rows.length === 0) return null;
  return (
    <div style={{ overflowX: "auto" }}>
      {/* The keys belong to the cells inside; the table only listens. */}
      <table className={classes.sheet} aria-label={t`Week`} onKeyDown={moveInSheet}>
        <colgroup>
          <col className={classes.what} />
          <col span={7} />
          <col className={classes.sum} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>
                <Trans>Work</Trans>
              </VisuallyHidden>
            </th>
            {days.map((day) => (
              <th key={day} scope="col" data-today={day === today || undefined}>
                <DayLabel day={day} />
              </th>
            ))}
            <th scope="col">
              <Trans>Total</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={rowKey(row)}>
              <th scope="row">
                <RowHead row={row} />
              </th>
              {days.map((day, column) => {
                const place = { row, day };
                const own = cellEntries(entries, row, day);
                const refused = sheet.refusedAt(place)?.text ?? null;
                return (
                  <td key={day} data-weekend={weekday(day) > 5 || undefined}>
                    <SheetCell
                      id={cellId(place)}
                      label={`${rowKey(row)}, ${formatDay(day, today)}`}
                      entries={own}
                      refused={refused}
                      place={{ row: at, column }}
                      onFocus={() => sheet.select(place)}
                      onType={sheet.setTyped}
                      onCommit={(text) => sheet.commit(place, text)}
                      onCancel={() => sheet.forget(place)}
                      onUndo={() => void sheet.undo()}
                    />
                  </td>
                );
              })}
              <Total entries={entries.filter((entry) => rowKey(entry) === rowKey(row))} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>Total</Trans>
            </th>
            {days.map((day) => (
              <Total key={day} entries={entries.filter(({ on }) => on === day)} />
            ))}
            <Total entries={entries} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Total({ entries }: { readonly entries: readonly Entry[] }) {
  const minutes = sum(entries.map((entry) => entry.minutes));
  return <td data-total>{minutes === 0 ? "" : formatDuration(minutes)}</td>;
}
