import {
  addDays,
  type BurnDown,
  burnDown,
  businessDaysOf,
  type Day,
  daysBetween,
  type PolicyVersion,
  policyOn,
  rejection,
  remainingOf,
  runOutOf,
} from "@cimpro/domain";
import { type Books, Refused } from "@cimpro/store";
import { accountFigures } from "../accounts/account-summary.ts";
import { coverFacts, coverOfDays } from "../cover.ts";
import { daysOfLine } from "./days-of-line.ts";

/** Hours left day by day, a quarter back unless other days are asked for, and what becomes of them (ALW-4, ALW-5, ALW-7). */
export async function burnDownOf(
  books: Books,
  account: string,
  asked: { readonly from?: Day | undefined; readonly to?: Day | undefined },
  today: Day,
): Promise<BurnDown> {
  const to = asked.to ?? today;
  refuseFarAhead(to, today);
  const begun = await hoursBegin(books, account, to);
  const from = asked.from ?? later(begun, addDays(to, -90));
  const days = Math.min(mostDays, Math.max(1, daysBetween(from, to) + 1));
  const versions = await books.policies.all();
  const points = [];
  for (const on of daysOfLine(from, days)) {
    const { balances } = await accountFigures(books, versions, account, on, true);
    points.push({ on, remainingMinutes: remainingOf(balances) });
  }
  // Work before there were hours could not draw on them.
  const { forecast, pace } = await forecastOf(books, versions, account, { since: later(begun, from), to });
  return burnDown(points, forecast, pace);
}

/** At the pace of all work of those days that could draw on the hours. */
async function forecastOf(
  books: Books,
  versions: readonly PolicyVersion[],
  account: string,
  { since, to }: { readonly since: Day; readonly to: Day },
) {
  const { allowances: terms, holidays: listed } = policyOn(versions, to).policy;
  const holidays = new Set(listed);
  const facts = await coverFacts(books, account, to);
  const { uses } = coverOfDays(facts, terms, to);
  const pace = {
    minutes: await books.drawingMinutes(account, since, to),
    businessDays: businessDaysOf(since, to, holidays),
  };
  const { allowances, sales } = facts;
  return { pace, forecast: runOutOf({ allowances, sales, terms, uses, today: to, pace, holidays }) };
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** The first day on which there were hours; the day asked about where there were none before it. */
async function hoursBegin(books: Books, account: string, asked: Day): Promise<Day> {
  const first = (await books.allowances.list(account)).map(({ validFrom }) => validFrom).sort()[0];
  return first === undefined || first > asked ? asked : first;
}

/** At most this many days of burn-down in one answer. */
const mostDays = 800;

/** Each month of a monthly allowance is looked at anew for each point of the line. */
function refuseFarAhead(to: string, today: string): void {
  if (daysBetween(today, to) <= mostDaysAhead) return;
  const message = "at most ten years after today";
  throw new Refused(rejection("MALFORMED", { issues: [{ path: "to", message }] }));
}

const mostDaysAhead = 3653;
