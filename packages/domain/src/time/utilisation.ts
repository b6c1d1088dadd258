import { businessDaysBetween, type Holidays } from "../values/business-days.ts";
import { addDays, type Day, daysBetween, weekday } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { roundHalfUp } from "../values/rounding.ts";

/** What somebody worked on a day, over all accounts. */
export interface WorkedDay {
  readonly worker: string;
  readonly on: Day;
  readonly billable: Minutes;
  readonly nonBillable: Minutes;
}

/** Minutes worked in a span against the time that there was. */
export interface TimeUse {
  readonly billable: Minutes;
  readonly nonBillable: Minutes;
  readonly capacity: Minutes;
  /** Billable minutes in a hundred of capacity, rounded; null where there was no business day. */
  readonly percent: number | null;
}

export interface UtilisationAnswer {
  /** The assumption that capacity rests on: minutes that a person has in a business day. */
  readonly minutesPerBusinessDay: Minutes;
  readonly weeks: readonly (TimeUse & { readonly start: Day })[];
  readonly workers: readonly (TimeUse & {
    readonly worker: string;
    readonly weeks: readonly (TimeUse & { readonly start: Day })[];
  })[];
  readonly total: TimeUse;
}

/** The Monday of a day's week. */
export const weekStart = (day: Day): Day => addDays(day, 1 - weekday(day));

/**
 * How much of their time people worked for customers, week by week, between two days, both included. Capacity is an
 * assumption: every business day of the span, eight hours unless said otherwise. Whoever worked in the span counts in
 * all of it.
 */
export function utilisationOf(
  worked: readonly WorkedDay[],
  { from, to }: { readonly from: Day; readonly to: Day },
  holidays: Holidays,
  minutesPerBusinessDay: Minutes = 480,
): UtilisationAnswer {
  const starts: Day[] = [];
  for (let start = weekStart(from); start <= to; start = addDays(start, 7)) starts.push(start);
  const capacityOf = (start: Day): Minutes => {
    const first = start < from ? from : start;
    const last = addDays(start, 6) > to ? to : addDays(start, 6);
    return businessDaysBetween(addDays(first, -1), last, holidays) * minutesPerBusinessDay;
  };
  const inSpan = worked.filter(({ on }) => from <= on && on <= to);
  const byWorker = Map.groupBy(inSpan, ({ worker }) => worker);
  const workers = [...byWorker]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([worker, days]) => {
      const byWeek = Map.groupBy(days, ({ on }) => weekStart(on));
      const weeks = starts.map((start) => ({ start, ...useOf(byWeek.get(start) ?? [], capacityOf(start)) }));
      return { worker, ...together(weeks), weeks };
    });
  const weeks = starts.map((start, at) => ({
    start,
    ...together(workers.flatMap((each) => each.weeks[at] ?? [])),
  }));
  return { minutesPerBusinessDay, weeks, workers, total: together(workers) };
}

const sum = (minutes: readonly Minutes[]): Minutes => minutes.reduce((total, each) => total + each, 0);

const withPercent = (use: Omit<TimeUse, "percent">): TimeUse => ({
  ...use,
  percent: use.capacity === 0 ? null : roundHalfUp(use.billable * 100, use.capacity),
});

const useOf = (days: readonly WorkedDay[], capacity: Minutes): TimeUse =>
  withPercent({
    billable: sum(days.map(({ billable }) => billable)),
    nonBillable: sum(days.map(({ nonBillable }) => nonBillable)),
    capacity,
  });

const together = (uses: readonly TimeUse[]): TimeUse =>
  withPercent({
    billable: sum(uses.map(({ billable }) => billable)),
    nonBillable: sum(uses.map(({ nonBillable }) => nonBillable)),
    capacity: sum(uses.map(({ capacity }) => capacity)),
  });

/** Somebody who has no time on business days of this week that are past. */
export interface MissingTime {
  readonly worker: string;
  readonly days: readonly Day[];
}

/** Whoever worked within this many days before the week is expected to go on. */
const daysLookedBack = 28;

/** The first day that `missingTime` looks at. */
export const missingTimeFrom = (today: Day): Day => addDays(weekStart(today), -daysLookedBack);

/** The business days of this week before today without time of people who worked in the four weeks before. */
export function missingTime(
  worked: readonly Pick<WorkedDay, "worker" | "on">[],
  today: Day,
  holidays: Holidays,
): readonly MissingTime[] {
  const monday = weekStart(today);
  const past = Array.from({ length: daysBetween(monday, today) }, (_, at) => addDays(monday, at)).filter(
    (day) => businessDaysBetween(addDays(day, -1), day, holidays) === 1,
  );
  return [...Map.groupBy(worked, ({ worker }) => worker)]
    .filter(([, days]) => days.some(({ on }) => missingTimeFrom(today) <= on && on < monday))
    .map(([worker, days]) => ({ worker, days: past.filter((day) => days.every(({ on }) => on !== day)) }))
    .filter(({ days }) => days.length > 0)
    .toSorted((a, b) => (a.worker < b.worker ? -1 : 1));
}
