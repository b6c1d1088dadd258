import { type Day, isDay, lastDayOf, type Month, type Period, weekday } from "@cimpro/domain";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const weekdayName = (day: Day): string => weekdays[weekday(day) - 1] ?? "";

const dayAndMonth = (day: Day): string => `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ""}`;

const yearUnlessThis = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;

/** `Mon 3 Nov`, with the year if it is not this year's. */
export const formatDay = (day: Day, today: Day): string =>
  `${weekdayName(day)} ${dayAndMonth(day)}${yearUnlessThis(day, today)}`;

/** `3 Nov`: for axes and narrow columns. */
export const formatShortDay = (day: Day): string => dayAndMonth(day);

/** `Mon 3 Nov – Sun 16 Nov`: people read the last day as part of the period. */
export function formatPeriod(period: Period, today: Day): string {
  const last = lastDayOf(period);
  const sameYear = period.start.slice(0, 4) === last.slice(0, 4);
  const start = sameYear ? formatDay(period.start, period.start) : formatDay(period.start, today);
  return `${start} – ${formatDay(last, today)}`;
}

/** `Nov 2025`. */
export const formatMonth = (month: Month): string =>
  `${months[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;

/** An instant as the practice's clock showed it: `2025-11-03 09:15`. */
export function formatInstant(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return format.format(new Date(instant));
}

/** A day as people type it: `2025-11-03`, `3 Nov`, `Mon 3 Nov 2025`; without a year, this one's. Null when it is none. */
export function parseDay(text: string, today: Day): Day | null {
  const said = text.trim();
  if (isDay(said)) return said;
  const parts = /^(?:[a-z]{3}\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*(?:\s+(\d{4}))?$/i.exec(said);
  const month = months.findIndex((name) => name.toLowerCase() === parts?.[2]?.toLowerCase()) + 1;
  if (!parts || month === 0) return null;
  const day = `${parts[3] ?? today.slice(0, 4)}-${String(month).padStart(2, "0")}-${(parts[1] ?? "").padStart(2, "0")}`;
  return isDay(day) ? day : null;
}
