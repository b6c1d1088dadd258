import { formatDuration } from "@cimpro/domain";
import type { LoggedTime } from "../api/answers.ts";
import { sum } from "../figures/sum.ts";

/** Where minutes would go, in words: `1 h from the allowance, 30 m to be invoiced`. */
export function coverSentence({
  entry,
  cover,
}: Pick<LoggedTime, "cover"> & { readonly entry: { readonly billable: boolean } }): string {
  if (!entry.billable) return "not billable";
  const allowance = sum(cover.allowance.map(({ minutes }) => minutes));
  const parts = [
    { minutes: cover.deposit, where: "from the deposit" },
    { minutes: allowance, where: "from the allowance" },
    { minutes: cover.open, where: "to be invoiced" },
    { minutes: cover.held, where: "held" },
  ].filter(({ minutes }) => minutes > 0);
  if (parts.length === 1) return `all ${parts[0]?.where}`;
  return parts.map(({ minutes, where }) => `${formatDuration(minutes)} ${where}`).join(", ");
}
