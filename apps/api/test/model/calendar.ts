/** Days as the model counts them: one by one, over UTC midnights. */

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayMs = 86_400_000;

export const plus = (day: string, days: number): string =>
  new Date(midnight(day) + days * dayMs).toISOString().slice(0, 10);

/** Every day of `(after, to]`. */
export function daysAfter(after: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = plus(after, 1); day <= to; day = plus(day, 1)) days.push(day);
  return days;
}

export const isBusiness = (day: string): boolean => ![0, 6].includes(new Date(midnight(day)).getUTCDay());

/** The first day of the 14-day period that a day lies in; the grid's anchor is Monday 2024-01-01 (INV-1). */
export function periodStart(day: string): string {
  const into = ((midnight(day) - midnight("2024-01-01")) / dayMs) % 14;
  return plus(day, -(into < 0 ? into + 14 : into));
}

export const monthOf = (day: string): string => day.slice(0, 7);

export function nextMonth(month: string): string {
  const [year = 0, of = 0] = month.split("-").map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, "0")}`;
}

/** Minutes at a rate per hour in cents: one division, half a cent up (RATE-5). */
export function cents(minutes: number, ratePerHour: number): number {
  const twice = 2n * BigInt(minutes) * BigInt(ratePerHour);
  return Number((twice + 60n) / 120n);
}
