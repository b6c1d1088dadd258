import { type Day, formatDuration, remainingOf } from "@cimpro/domain";
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
        title: "Hours left",
        figure: formatDuration(remainingOf(account.balances)),
        sentence: "Granted so far, less what was used (billed or not yet) and what lapsed. Overage shows as overage.",
        steps: account.balances.map(balanceStep),
        clauses: ["ALW-5", "ALW-4", "ALW-6", "ALW-7"],
      };
    case "unbilled":
      return {
        title: "Unbilled work",
        figure: money(account.openAmount),
        sentence:
          "Billable work that nothing covers and no run has invoiced yet, at the standard rate of each work date. An estimate: the invoice rounds once a line.",
        steps: [
          {
            what: "Minutes still open",
            result: formatDuration(account.openMinutes),
            clause: "ALW-5",
            link: { to: "/accounts/$id", params: { id: account.id }, search: { tab: "time", state: "open" } },
          },
          ...(account.closedThrough === null
            ? []
            : [{ what: `Billed before ${formatDay(account.closedThrough, today)}`, clause: "INV-1" }]),
        ],
        clauses: ["ALW-5", "RATE-2", "RATE-5", "INV-1"],
      };
    case "open-invoices":
    case "overdue":
      return {
        title: why === "overdue" ? "Overdue" : "Open invoices",
        figure: money(why === "overdue" ? account.pastDueBalance : account.openBalance),
        sentence:
          why === "overdue"
            ? "Open invoices past their due day; a suspended one does not count. One is enough to stop the work."
            : "What is still to be paid on issued invoices, payments and credit memos taken off.",
        steps: account.standing.openInvoices
          .filter(({ pastDueDays }) => why === "open-invoices" || pastDueDays > 0)
          .map(({ number, balance, pastDueDays, suspended }) => ({
            what: number,
            working: suspended ? "suspended" : pastDueDays === 0 ? "due today" : lateBy(pastDueDays),
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
  const lapsed = lapsedMinutes === 0 ? "" : ` − ${formatDuration(lapsedMinutes)} lapsed`;
  return {
    what: kind === "monthly" ? "Monthly allowance" : "Lump sum",
    working: `${formatDuration(grantedMinutes)} granted − ${formatDuration(usedMinutes)} used${lapsed}`,
    result: formatDuration(remainingMinutes),
    clause: kind === "monthly" ? "ALW-4" : "ALW-2",
  };
}

export const lateBy = (days: number): string => (days === 1 ? "1 day past due" : `${days} days past due`);
