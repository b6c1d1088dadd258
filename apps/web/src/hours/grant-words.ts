import { addMonths, type Day, formatDuration, monthOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { WorkMonth } from "../api/answers.ts";
import { formatDay, formatMonth } from "../figures/day-text.ts";

type Grant = WorkMonth["grants"][number];

/** Which hours a grant is: `Allowance of 30 h a month`. */
export function grantWords({ kind, boughtMinutes, from, rolledOver }: Grant, today: Day): string {
  const [hours, day] = [formatDuration(boughtMinutes), formatDay(from, today)];
  if (kind === "lump-sum") return t`Allowance of ${hours} from ${day}`;
  const before = formatMonth(addMonths(monthOf(from), -1));
  return rolledOver ? t`Allowance left of ${before}` : t`Allowance of ${hours} a month`;
}

/** The same, of time that no run has closed yet. */
export function pendingGrantWords({ kind, boughtMinutes, from, rolledOver }: Grant, today: Day): string {
  const [hours, day] = [formatDuration(boughtMinutes), formatDay(from, today)];
  if (kind === "lump-sum") return t`Allowance of ${hours} from ${day}, not closed yet`;
  const before = formatMonth(addMonths(monthOf(from), -1));
  return rolledOver ? t`Allowance left of ${before}, not closed yet` : t`Allowance of ${hours} a month, not closed yet`;
}
