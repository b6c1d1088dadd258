import { formatDuration } from "@cimpro/domain";
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
  const rows = sheetRows(entries, added);
  const days = weekOf(week);
  const sheet = useSheet(worker, week);
  const narrow = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false });
  const worked = sum(entries.map(({ minutes }) => minutes));
  return (
    <Page
      title="Time"
      answer={`${worker === name ? "You have" : `${worker} has`} ${worked === 0 ? "logged nothing" : `logged ${formatDuration(worked)}`} this week.`}
      actions={<WeekBar />}
    >
      <Section
        title={worker === name ? "My week" : `Week of ${worker}`}
        flush
        note="1h30, :15 or 45m; Enter goes down, Esc takes it back"
      >
        {worker === name ? <Timer rows={rows} /> : null}
        {narrow ? (
          <DaySheet sheet={sheet} rows={rows} days={days} entries={entries} />
        ) : (
          <WeekSheet sheet={sheet} rows={rows} days={days} entries={entries} />
        )}
        <AddRow empty={rows.length === 0} />
      </Section>
      <CellPanel sheet={sheet} entries={entries} worker={worker} />
    </Page>
  );
}
