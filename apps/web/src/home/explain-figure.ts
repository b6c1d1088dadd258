import { formatDuration, formatMoney } from "@cimpro/domain";
import type { AccountRow, Overview } from "../api/answers.ts";
import type { ExplainedStep, Explanation } from "../why/explanation.ts";

/** The explanation of a figure on the home page, account by account. */
export function explainFigure(why: string | undefined, overview: Overview): Explanation | null {
  const { figures, currency, accounts } = overview;
  const money = (amount: number) => formatMoney(amount, currency);
  switch (why) {
    case "hours-left":
      return {
        title: "Hours left",
        figure: formatDuration(figures.remainingMinutes),
        sentence: "What the allowances granted so far, less what was used and what lapsed; overage counts against it.",
        steps: byAccount(accounts, ({ remainingMinutes }) => remainingMinutes, formatDuration),
        clauses: ["ALW-5", "ALW-6", "ALW-7", "ALW-4"],
      };
    case "unbilled":
      return {
        title: "Unbilled work",
        figure: money(figures.openAmount),
        sentence: `${formatDuration(figures.openMinutes)} of billable work that nothing covers and no run has invoiced yet, at the standard rate of each work date. An estimate: the invoice rounds once a line.`,
        steps: byAccount(accounts, ({ openAmount }) => openAmount, money),
        clauses: ["ALW-5", "RATE-2", "RATE-5", "INV-1"],
      };
    case "open-invoices":
      return {
        title: "Open invoices",
        figure: money(figures.openBalance),
        sentence: "What is still to be paid on issued invoices, payments and credit memos taken off.",
        steps: byAccount(accounts, ({ openBalance }) => openBalance, money),
        clauses: ["INV-2", "INV-6"],
      };
    case "overdue":
      return {
        title: "Overdue",
        figure: money(figures.pastDueBalance),
        sentence: "Open invoices past their due day. While an account has one, its work is stopped.",
        steps: byAccount(accounts, ({ pastDueBalance }) => pastDueBalance, money),
        clauses: ["INV-2", "INV-5"],
      };
    default:
      return null;
  }
}

const byAccount = (
  accounts: readonly AccountRow[],
  figure: (account: AccountRow) => number,
  shown: (figure: number) => string,
): readonly ExplainedStep[] =>
  accounts
    .filter((account) => figure(account) !== 0)
    .map((account) => ({
      what: account.name,
      result: shown(figure(account)),
      link: { to: "/accounts/$id", params: { id: account.id } },
    }));
