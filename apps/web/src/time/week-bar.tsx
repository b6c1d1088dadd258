import { addDays, lastDayOf, type Period } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { ActionIcon, Button, Group } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useWorkers } from "../api/people.ts";
import { useMay, useSession } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { PersonField } from "../forms/person-field.tsx";
import { mondayOf } from "./week.ts";

const route = getRouteApi("/_app/time");

/** Which week, and whose. */
export function WeekBar() {
  const { name, today } = useSession();
  const { week = today, worker = name } = route.useSearch();
  const navigate = route.useNavigate();
  const mayChooseWorker = useMay("time.writeOff");
  const monday = mondayOf(week);
  const period: Period = { start: monday, end: addDays(monday, 7) };
  const go = (day: string | undefined) => navigate({ search: ({ worker: who }) => ({ worker: who, week: day }) });
  const workers = useWorkers();
  const choose = (who: string) => navigate({ search: { week, worker: who === name ? undefined : who }, replace: true });
  return (
    <>
      {mayChooseWorker ? (
        <PersonField
          key={worker}
          aria-label={t`Worker`}
          title={t`Whose time this is`}
          miw={170}
          people={workers}
          value={worker}
          onChange={(who) => who !== null && choose(who)}
          newcomer={(who) => t`Add “${who}” as a new worker`}
        />
      ) : null}
      <Group gap={4} wrap="nowrap">
        <ActionIcon variant="default" size={36} aria-label={t`Week before`} onClick={() => go(addDays(monday, -7))}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Button variant="default" style={{ flex: 1 }} onClick={() => go(undefined)} title={t`Go to this week`}>
          {formatDay(period.start, today)} – {formatDay(lastDayOf(period), today)}
        </Button>
        <ActionIcon variant="default" size={36} aria-label={t`Week after`} onClick={() => go(addDays(monday, 7))}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
    </>
  );
}
