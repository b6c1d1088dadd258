import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { useMediaQuery } from "@mantine/hooks";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { sum } from "../figures/sum.ts";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { AddRow } from "./add-row.tsx";
import { CellPanel } from "./cell-panel.tsx";
import { DaySheet } from "./day-sheet.tsx";
import { DoneLine } from "./done-line.tsx";
import { weekInput } from "./time-search.ts";
import { Timer } from "./timer.tsx";
import { useSheet } from "./use-sheet.ts";
import { isStanding, sheetRows, weekOf } from "./week.ts";
import { WeekBar } from "./week-bar.tsx";
import { WeekSheet } from "./week-sheet.tsx";

const route = getRouteApi("/_app/time");

/** A worker's week: what was done for whom, typed in as fast as in a spreadsheet. */
export function TimePage() {
  const { name, today } = useSession();
  const { week = today, worker = name, rows: added = [] } = route.useSearch();
  const list = useSuspenseQuery(useApi().time.list.queryOptions(weekInput(worker, week))).data;
  const entries = list.items.filter(isStanding);
  const days = weekOf(week);
  const sheet = useSheet(worker);
  const rows = sheetRows(entries, [...added, ...sheet.touchedIn(days)]);
  const narrow = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false });
  const worked = sum(entries.map(({ minutes }) => minutes));
  return (
    <Page
      title={t`Time`}
      answer={worker === name ? ownSentence(worked) : sentenceOn(worker, worked)}
      actions={<WeekBar />}
    >
      <Section
        title={worker === name ? t`My week` : t`Week of ${worker}`}
        flush
        note={
          narrow ? t`1h30, :15 or 45m` : t`1h30, :15 or 45m; Enter goes down, Esc takes it back, F2 leads to the note`
        }
      >
        {worker === name ? <Timer rows={rows} onLogged={sheet.noteLogged} /> : null}
        {narrow ? (
          <DaySheet sheet={sheet} rows={rows} days={days} entries={entries} />
        ) : (
          <WeekSheet sheet={sheet} rows={rows} days={days} entries={entries} />
        )}
        <DoneLine sheet={sheet} />
        <AddRow empty={rows.length === 0} />
      </Section>
      <CellPanel sheet={sheet} entries={entries} worker={worker} />
    </Page>
  );
}

function ownSentence(minutes: number): string {
  const worked = formatDuration(minutes);
  return minutes === 0 ? t`You have logged nothing this week.` : t`You have logged ${worked} this week.`;
}

function sentenceOn(worker: string, minutes: number): string {
  const worked = formatDuration(minutes);
  return minutes === 0 ? t`${worker} has logged nothing this week.` : t`${worker} has logged ${worked} this week.`;
}
