import { addDays, weekday } from "@cimpro/domain";
import { type DemoAccount, demoNotes, demoOwnNotes } from "./accounts.ts";
import { idOf, randomFrom } from "./random.ts";

/** Time of the demo, before the API is told of it. */
export interface MadeUpTime {
  readonly id: string;
  readonly account: string;
  readonly deliverable: { readonly id: string; readonly name: string } | null;
  readonly worker: string;
  readonly on: string;
  readonly minutes: number;
  readonly note: string;
  readonly billable: boolean;
}

/** The quarters of an hour that made-up work comes in. */
const quarter = 15;

/** What was worked for a customer in one period: on these days, and this share of what a whole period has. */
export function workOf(
  account: DemoAccount,
  period: number,
  days: readonly string[],
  share = 1,
): readonly MadeUpTime[] {
  const random = randomFrom(`${account.id} ${period}`);
  const [first, ...others] = days;
  if (first === undefined) return [];
  const usual = Math.round((account.usual * random.between(75, 125)) / 100);
  const made: MadeUpTime[] = [];
  const add = (quarters: number, billable: boolean): void => {
    const pick = random.between(0, account.deliverables.length);
    const deliverable = billable ? (account.deliverables[pick] ?? null) : null;
    made.push({
      id: idOf(`${account.id} ${period} ${made.length}`),
      account: account.id,
      deliverable,
      worker: random.of(account.workers),
      on: random.of([first, ...others]),
      minutes: quarters * quarter,
      note: random.of(deliverable?.notes ?? (billable ? demoNotes : demoOwnNotes)),
      billable,
    });
  };
  let left = Math.round(((account.exact?.[period] ?? usual) * share) / quarter);
  while (left > 0) {
    const quarters = Math.min(left, random.between(2, 11));
    add(quarters, true);
    left -= quarters;
  }
  if (account.nonBillable === true && period > 0) add(random.between(1, 3), false);
  return made.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Monday to Friday from `start` to the day before `end`. */
export function weekdaysBetween(start: string, end: string): readonly string[] {
  const days: string[] = [];
  for (let day = start; day < end; day = addDays(day, 1)) if (weekday(day) <= 5) days.push(day);
  return days;
}
