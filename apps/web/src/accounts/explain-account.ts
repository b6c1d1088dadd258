import { type Day, formatDuration, remainingOf } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import type { AccountView, Balance } from "../api/answers.ts";
import { formatDay } from "../figures/day-text.ts";
import { formatMoney } from "../figures/money-text.ts";
import type { ExplainedStep, Explanation } from "../why/explanation.ts";

/** The explanation of a figure on an account's page. */
export function explainAccount(
  why: string | undefined,
  account: AccountView,
  currency: string,
  today: Day,
): Explanation | null {
  const money = (amount: number) => formatMoney(amount, currency);
  switch (why) {
    case "hours-left":
      return {
        title: t`Hours left`,
        figure: formatDuration(remainingOf(account.balances)),
        sentence: t`Granted so far, less what was used (billed or not yet) and what lapsed. Overage shows as overage.`,
        steps: account.balances.map(balanceStep),
        clauses: ["ALW-5", "ALW-4", "ALW-6", "ALW-7"],
      };
    case "unbilled":
      return {
        title: t`Unbilled work`,
        figure: money(account.openAmount),
        sentence: t`Billable work that nothing covers and no run has invoiced yet, each minute at its own rate: the standard rate of its work date, or the rate of its SOW with its premium. An estimate: the invoice rounds once a line.`,
        steps: [
          {
            what: t`Minutes still open`,
            result: formatDuration(account.openMinutes),
            clause: "ALW-5",
            link: { to: "/accounts/$id", params: { id: account.id }, search: { tab: "time", state: "open" } },
          },
          ...(account.closedThrough === null
            ? []
            : [{ what: billedBefore(formatDay(account.closedThrough, today)), clause: "INV-1" }]),
        ],
        clauses: ["ALW-5", "RATE-2", "RATE-3", "RATE-5", "LEAD-2", "INV-1"],
      };
    case "open-invoices":
    case "overdue":
      return {
        title: why === "overdue" ? t`Overdue` : t`Open invoices`,
        figure: money(why === "overdue" ? account.pastDueBalance : account.openBalance),
        sentence:
          why === "overdue"
            ? t`Open invoices past their due day; a suspended one does not count. One is enough to stop the work.`
            : t`What is still to be paid on issued invoices, payments and credit memos taken off.`,
        steps: account.standing.openInvoices
          .filter(({ pastDueDays }) => why === "open-invoices" || pastDueDays > 0)
          .map(({ number, balance, pastDueDays, suspended }) => ({
            what: number,
            working: suspended ? t`suspended` : pastDueDays === 0 ? t`due today` : lateBy(pastDueDays),
            result: money(balance),
            link: { to: "/invoices/$number", params: { number } },
          })),
        clauses: why === "overdue" ? ["INV-2", "INV-5", "INV-6"] : ["INV-2", "INV-6"],
      };
    default:
      return null;
  }
}

function balanceStep({ kind, grantedMinutes, usedMinutes, lapsedMinutes, remainingMinutes }: Balance): ExplainedStep {
  const [granted, used] = [formatDuration(grantedMinutes), formatDuration(usedMinutes)];
  const lapsed = formatDuration(lapsedMinutes);
  return {
    what: kind === "monthly" ? t`Monthly allowance` : t`Lump sum`,
    working:
      lapsedMinutes === 0
        ? t`${granted} granted − ${used} used`
        : t`${granted} granted − ${used} used − ${lapsed} lapsed`,
    result: formatDuration(remainingMinutes),
    clause: kind === "monthly" ? "ALW-4" : "ALW-2",
  };
}

const billedBefore = (day: string): string => t`Billed before ${day}`;

export const lateBy = (days: number): string => plural(days, { one: "# day past due", other: "# days past due" });
