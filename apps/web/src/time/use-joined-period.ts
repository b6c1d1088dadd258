import { addDays, nextPeriod } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { AccountView } from "../api/answers.ts";
import { usePolicy } from "../api/policy.ts";
import { useToday } from "../api/session.ts";
import { formatPeriod } from "../figures/day-text.ts";

/** Says which billing period work of a day joins: its own, or the next that closes when that is closed (INV-1). */
export function useJoinedPeriod({
  billingAnchor,
  closedThrough,
}: Pick<AccountView, "billingAnchor" | "closedThrough">): (day: string) => string | null {
  const today = useToday();
  const billing = usePolicy()?.policy.billing;
  return (day) => {
    if (billing === undefined) return null;
    const latest = closedThrough !== null && closedThrough > day ? closedThrough : day;
    const question = { openDays: [day], closedThrough, anchor: billingAnchor ?? billing.anchor };
    const next = nextPeriod({ ...question, through: addDays(latest, 2 * billing.periodDays) }, billing);
    if (next === null) return null;
    const period = formatPeriod(next.period, today);
    return t`It joins the billing period ${period}.`;
  };
}
