import { formatDuration, formatMoney } from "@cimpro/domain";
import type { AccountSummary } from "../accounts/account-summary.ts";
import type { Need } from "./need.ts";

/** Less than this many hours left is worth a word with the customer (the last quarter of the usual smallest bucket). */
const lowMinutes = 150;

/** What the figures of an account call for. */
export function accountNeeds(account: AccountSummary, currency: string, today: string): readonly Need[] {
  const { standing, pastDueBalance, remainingMinutes, heldMinutes, openAmount, openMinutes } = account;
  const about = { account: account.id, accountName: account.name, about: null, title: account.name, day: today };
  const needs: Need[] = [];
  if (standing === "stopped")
    needs.push({
      ...about,
      ...{ kind: "stopped", urgency: "late", clause: "INV-5", cost: pastDueBalance },
      day: account.stoppedSince ?? today,
      message: `Work is stopped since ${account.stoppedSince}: ${formatMoney(pastDueBalance, currency)} is past due.`,
    });
  else if (pastDueBalance > 0)
    needs.push({
      ...about,
      ...{ kind: "overdue", urgency: "soon", clause: "INV-2", cost: pastDueBalance },
      message: `${formatMoney(pastDueBalance, currency)} is past due.`,
    });
  if (account.hasAllowance && remainingMinutes < lowMinutes)
    needs.push({
      ...about,
      ...{ kind: "allowance-low", urgency: "soon", clause: "ALW-7", cost: 0 },
      message:
        remainingMinutes <= 0
          ? "The allowance is used up; further work is invoiced."
          : `${formatDuration(remainingMinutes)} of the allowance is left.`,
    });
  if (heldMinutes > 0)
    needs.push({
      ...about,
      ...{ kind: "held", urgency: "soon", clause: "DLV-5", cost: 0 },
      message: `${formatDuration(heldMinutes)} beyond what was approved is held until a change order is.`,
    });
  if (openAmount > 0)
    needs.push({
      ...about,
      ...{ kind: "unbilled", urgency: "open", clause: "INV-1", cost: openAmount },
      message: `${formatDuration(openMinutes)} of work is not invoiced yet.`,
    });
  return needs;
}
