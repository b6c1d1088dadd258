import { type Day, formatDuration, remainingOf } from "@cimpro/domain";
import type { AccountView } from "../api/answers.ts";
import { formatDay } from "../figures/day-text.ts";

/** The account in one line: what is left to work with, and until when. */
export function answerOf(account: AccountView, runOutOn: Day | null, today: Day): string {
  const left = remainingOf(account.balances);
  if (account.balances.length === 0) return "No pre-paid hours: its work is invoiced as it is done.";
  if (left <= 0) return "Its pre-paid hours are used up: further work is invoiced.";
  const pace = runOutOn === null ? "" : `, at this pace until ${formatDay(runOutOn, today)}`;
  return `${formatDuration(left)} of pre-paid work left${pace}.`;
}
