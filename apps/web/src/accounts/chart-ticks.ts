import { addMonths, type Day, dayNumber, firstOfMonth, monthOf } from "@cimpro/domain";

const hour = 60;
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((hours) => hours * hour);
const most = 6;

/** Round hours for an axis over these minutes, zero among them; below zero where there is overage. */
export function hourTicks(minutes: readonly number[]): readonly number[] {
  const lowest = minutes.reduce((least, value) => (value < least ? value : least), 0);
  const highest = minutes.reduce((greatest, value) => (value > greatest ? value : greatest), hour);
  const step = steps.find((each) => most * each >= highest - lowest) ?? 5000 * hour;
  const ticks: number[] = [];
  for (let tick = 0; tick > lowest - step; tick -= step) ticks.unshift(tick);
  for (let tick = step; tick < highest + step; tick += step) ticks.push(tick);
  return ticks;
}

/** The first of each month within the days of an axis, as day numbers; each week's first day where no month begins. */
export function monthTicks(from: Day, to: Day): readonly number[] {
  const months = monthsBegun(from, to);
  if (months.length > 0) return months;
  const ticks: number[] = [];
  for (let at = dayNumber(from); at <= dayNumber(to); at += 7) ticks.push(at);
  return ticks;
}

function monthsBegun(from: Day, to: Day): readonly number[] {
  const ticks: number[] = [];
  for (let month = addMonths(monthOf(from), 1); firstOfMonth(month) <= to; month = addMonths(month, 1))
    ticks.push(dayNumber(firstOfMonth(month)));
  return ticks;
}
