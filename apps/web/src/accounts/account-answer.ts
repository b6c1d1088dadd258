import { type Day, formatDuration, remainingOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { AccountView, BurnDown } from "../api/answers.ts";
import { formatDay } from "../figures/day-text.ts";

/** The account in one line: what is left to work with, and until when. */
export function answerOf(account: AccountView, burnDown: BurnDown, today: Day): string {
  const left = remainingOf(account.balances);
  if (account.balances.length === 0) return t`No pre-paid hours: its work is invoiced as it is done.`;
  if (left <= 0) return t`Its pre-paid hours are used up: further work is invoiced.`;
  return leftSentence(left, burnDown, today);
}

/** What is left of the hours paid ahead, and until when it lasts. */
export function leftSentence(minutes: number, { forecast }: Pick<BurnDown, "forecast">, today: Day): string {
  const left = formatDuration(minutes);
  if (forecast.kind !== "runs-out" && forecast.kind !== "lapses") return t`${left} of pre-paid work left.`;
  const end = formatDay(forecast.on, today);
  return forecast.kind === "runs-out"
    ? t`${left} of pre-paid work left, at this pace until ${end}.`
    : t`${left} of pre-paid work left, at this pace enough until ${end}, when it lapses.`;
}
