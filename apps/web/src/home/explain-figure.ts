import { formatDuration } from "@cimpro/domain";
import type { AccountRow, Overview } from "../api/answers.ts";
import { formatMoney } from "../figures/money-text.ts";
import type { ExplainedStep, Explanation } from "../why/explanation.ts";

/** The explanation of a figure on the home page, account by account. */
export function explainFigure(why: string | undefined, overview: Overview): Explanation | null {
  const { figures, currency, accounts, promises } = overview;
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
    case "overdue":
      return {
        title: "Overdue",
        figure: money(figures.pastDueBalance),
        sentence: "Open invoices past their due day. While an account has one, its work is stopped.",
        steps: byAccount(accounts, ({ pastDueBalance }) => pastDueBalance, money),
        clauses: ["INV-2", "INV-5"],
      };
    case "promises":
      return {
        title: "Promises at risk",
        figure: String(figures.promisesAtRisk),
        sentence:
          "Lead times that are guaranteed, not delivered, and due within two business days or past. The money is the premium of the approved hours.",
        steps: promises.map(({ account, accountName, about, title, message, cost }) => ({
          what: `${accountName ?? account}: ${title}. ${message}`,
          result: money(cost),
          link: {
            to: "/accounts/$id/deliverables/$deliverable",
            params: { id: account ?? "", deliverable: about ?? "" },
          },
        })),
        clauses: ["LEAD-3", "LEAD-5", "LEAD-6"],
      };
    default:
      return null;
  }
}

/** No drawer needs more: the rest is one row. */
const mostAccounts = 40;

function byAccount(
  accounts: readonly AccountRow[],
  figure: (account: AccountRow) => number,
  shown: (figure: number) => string,
): readonly ExplainedStep[] {
  const told = accounts.filter((account) => figure(account) !== 0).toSorted((a, b) => figure(b) - figure(a));
  const rest = told.slice(mostAccounts);
  return [
    ...told.slice(0, mostAccounts).map(
      (account): ExplainedStep => ({
        what: account.name,
        result: shown(figure(account)),
        link: { to: "/accounts/$id", params: { id: account.id } },
      }),
    ),
    ...(rest.length === 0
      ? []
      : [{ what: `${rest.length} more accounts`, result: shown(rest.reduce((sum, each) => sum + figure(each), 0)) }]),
  ];
}
