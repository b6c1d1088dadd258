import { addDays, type ClockMarker, type LeadTimeClock, weekday } from "@cimpro/domain";

/** A cell of the strip: a business day, with what stands on it. */
export interface StripCell {
  readonly day: string;
  readonly kind: LeadTimeClock["days"][number]["kind"];
  /** It comes after today, so that what it will be is not known; not where the clock ended with the delivery. */
  readonly ahead: boolean;
  readonly isToday: boolean;
  /** A weekend or holiday lies between it and the cell before. */
  readonly afterRest: boolean;
  readonly markers: readonly ClockMarker[];
}

const friday = 5;

/** The cells of a lead-time clock; a marker on a day off stands on the business day before it. */
export function stripCells(clock: Pick<LeadTimeClock, "days" | "markers" | "today">): readonly StripCell[] {
  const { days, markers, today } = clock;
  return days.map(({ day, kind }, at) => {
    const next = days[at + 1]?.day;
    const before = days[at - 1]?.day;
    return {
      day,
      kind,
      ahead: day > today && kind !== "delivered",
      isToday: day === today,
      afterRest: before !== undefined && (weekday(before) === friday || addDays(before, 1) !== day),
      markers: markers.filter(({ on }) => on === day || (on > day && (next === undefined ? false : on < next))),
    };
  });
}

/** The cells week by week: a row of the strip breaks only between weeks. */
export function stripWeeks(cells: readonly StripCell[]): readonly (readonly StripCell[])[] {
  const weeks = new Map<string, StripCell[]>();
  for (const cell of cells) {
    const monday = addDays(cell.day, 1 - weekday(cell.day));
    const week = weeks.get(monday);
    if (week === undefined) weeks.set(monday, [cell]);
    else week.push(cell);
  }
  return [...weeks.values()];
}

/** The kinds of days on the strip, each counted, in the order of the legend. */
export function stripCounts(clock: Pick<LeadTimeClock, "days" | "today">) {
  const past = clock.days.filter(({ day, kind }) => day <= clock.today || kind === "delivered");
  return (["running", "client", "product", "stoppage", "delivered"] as const)
    .map((kind) => ({ kind, days: past.filter((each) => each.kind === kind).length }))
    .filter(({ days }) => days > 0);
}
