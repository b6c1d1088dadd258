import { formatDuration } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
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
        title: t`Hours left`,
        figure: formatDuration(figures.remainingMinutes),
        sentence: t`What the allowances granted so far, less what was used and what lapsed; overage counts against it.`,
        steps: byAccount(accounts, ({ remainingMinutes }) => remainingMinutes, formatDuration),
        clauses: ["ALW-5", "ALW-6", "ALW-7", "ALW-4"],
      };
    case "unbilled": {
      const open = formatDuration(figures.openMinutes);
      return {
        title: t`Unbilled work`,
        figure: money(figures.openAmount),
        sentence: t`${open} of billable work that nothing covers and no run has invoiced yet, each minute at its own rate: the standard rate of its work date, or the rate of its SOW with its premium. An estimate: the invoice rounds once a line.`,
        steps: byAccount(accounts, ({ openAmount }) => openAmount, money),
        clauses: ["ALW-5", "RATE-2", "RATE-3", "RATE-5", "LEAD-2", "INV-1"],
      };
    }
    case "overdue":
      return {
        title: t`Overdue`,
        figure: money(figures.pastDueBalance),
        sentence: t`Open invoices past their due day. While an account has one, its work is stopped.`,
        steps: byAccount(accounts, ({ pastDueBalance }) => pastDueBalance, money),
        clauses: ["INV-2", "INV-5"],
      };
    case "promises":
      return {
        title: t`Promises at risk`,
        figure: String(figures.promisesAtRisk),
        sentence: t`Lead times that are guaranteed, not delivered, and due within two business days or past. The money is the premium of the approved hours.`,
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
  const more = plural(rest.length, { one: "# more account", other: "# more accounts" });
  return [
    ...told.slice(0, mostAccounts).map(
      (account): ExplainedStep => ({
        what: account.name,
        result: shown(figure(account)),
        link: { to: "/accounts/$id", params: { id: account.id } },
      }),
    ),
    ...(rest.length === 0 ? [] : [{ what: more, result: shown(rest.reduce((sum, each) => sum + figure(each), 0)) }]),
  ];
}
