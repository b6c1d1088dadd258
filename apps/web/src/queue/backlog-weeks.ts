import { addDays, type Day, daysBetween, weekday } from "@cimpro/domain";
import type { RequestView } from "../api/answers.ts";

/** A week in which work of the backlog is to have begun at the latest, and how much of it. */
export interface BacklogWeek {
  /** Its Monday; null for what is not sized, `past` for what should have begun. */
  readonly start: Day | "past" | null;
  readonly small: number;
  readonly large: number;
  readonly unsized: number;
}

type Waiting = Pick<RequestView, "size" | "expectedStart">;

const weekDays = 7;
const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/**
 * The backlog by the week that its start windows end in: first what should have begun, then every week from this one to
 * the last that has any, then what nobody has sized. The sum is the backlog.
 */
export function backlogWeeks(items: readonly Waiting[], today: Day): readonly BacklogWeek[] {
  const count = (start: BacklogWeek["start"], of: readonly Waiting[]): BacklogWeek => ({
    start,
    small: of.filter(({ size, expectedStart }) => expectedStart !== null && size === "small").length,
    large: of.filter(({ size, expectedStart }) => expectedStart !== null && size === "large").length,
    unsized: of.filter(({ expectedStart }) => expectedStart === null).length,
  });
  const past = items.filter(({ expectedStart }) => expectedStart !== null && expectedStart.to < today);
  const unsized = items.filter(({ expectedStart }) => expectedStart === null);
  const coming = items.flatMap((item) =>
    item.expectedStart !== null && item.expectedStart.to >= today
      ? [{ item, monday: mondayOf(item.expectedStart.to) }]
      : [],
  );
  const first = mondayOf(today);
  const last = coming.reduce((latest, { monday }) => (monday > latest ? monday : latest), first);
  const weeks =
    coming.length === 0
      ? []
      : Array.from({ length: daysBetween(first, last) / weekDays + 1 }, (_, at) => {
          const start = addDays(first, at * weekDays);
          return count(
            start,
            coming.filter(({ monday }) => monday === start).map(({ item }) => item),
          );
        });
  return [
    ...(past.length === 0 ? [] : [count("past", past)]),
    ...weeks,
    ...(unsized.length === 0 ? [] : [count(null, unsized)]),
  ];
}
