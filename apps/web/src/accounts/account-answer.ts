import { type Day, formatDuration, remainingOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { AccountView } from "../api/answers.ts";
import { formatDay } from "../figures/day-text.ts";

/** The account in one line: what is left to work with, and until when. */
export function answerOf(account: AccountView, runOutOn: Day | null, today: Day): string {
  const left = remainingOf(account.balances);
  if (account.balances.length === 0) return t`No pre-paid hours: its work is invoiced as it is done.`;
  if (left <= 0) return t`Its pre-paid hours are used up: further work is invoiced.`;
  return leftSentence(left, runOutOn, today);
}

/** What is left of the hours paid ahead, and until when it lasts. */
export function leftSentence(minutes: number, runOutOn: Day | null, today: Day): string {
  const left = formatDuration(minutes);
  if (runOutOn === null) return t`${left} of pre-paid work left.`;
  const end = formatDay(runOutOn, today);
  return t`${left} of pre-paid work left, at this pace until ${end}.`;
}
