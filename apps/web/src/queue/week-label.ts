import type { Day } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { formatShortDay } from "../figures/day-text.ts";
import type { BacklogWeek } from "./backlog-weeks.ts";

/** A week as charts and tables name it, by its Monday. */
export function weekLabel({ start }: Pick<BacklogWeek, "start">, today: Day): string {
  if (start === "past") return t`Overdue`;
  if (start === null) return t`Not sized`;
  return start <= today ? t`This week` : formatShortDay(start);
}
