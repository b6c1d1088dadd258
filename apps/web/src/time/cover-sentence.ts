import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { LoggedTime } from "../api/answers.ts";
import { sum } from "../figures/sum.ts";

type Cover = Pick<LoggedTime, "cover"> & { readonly entry: { readonly billable: boolean } };

/** Where minutes would go, in words: `1 h from the allowance, 30 m to be invoiced`. */
export function coverSentence({ entry, cover }: Cover): string {
  if (!entry.billable) return t`not billable`;
  const allowance = sum(cover.allowance.map(({ minutes }) => minutes));
  const parts = [
    { minutes: cover.deposit, all: t`all from the deposit`, some: (time: string) => t`${time} from the deposit` },
    { minutes: allowance, all: t`all from the allowance`, some: (time: string) => t`${time} from the allowance` },
    { minutes: cover.open, all: t`all to be invoiced`, some: (time: string) => t`${time} to be invoiced` },
    { minutes: cover.held, all: t`all held`, some: (time: string) => t`${time} held` },
  ].filter(({ minutes }) => minutes > 0);
  if (parts.length === 1) return parts[0]?.all ?? "";
  return parts.map(({ minutes, some }) => some(formatDuration(minutes))).join(", ");
}

/** What was logged and where it went: `1 h 30 logged, all to be invoiced.` */
export function loggedSentence(logged: Cover & { readonly entry: { readonly minutes: number } }): string {
  const [duration, cover] = [formatDuration(logged.entry.minutes), coverSentence(logged)];
  return t`${duration} logged, ${cover}.`;
}
