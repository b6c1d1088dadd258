import { Day, formatDuration, formatMoney } from "@cimpro/domain";
import { z } from "zod";
import { team } from "./access/roles.ts";
import { type AccountSummary, accountSummary } from "./accounts/account-summary.ts";
import { businessDay, currencyOf } from "./context.ts";
import { procedureFor, router } from "./trpc.ts";

/** Something that waits for a person, with what waiting costs, in cents, for the order of the list. */
export interface Need {
  readonly kind: "stopped" | "allowance-low" | "unbilled";
  readonly account: string;
  readonly accountName: string;
  readonly message: string;
  readonly clause: string;
  readonly cost: number;
}

/** Less than this many hours left is worth a word with the customer (the last quarter of the usual smallest bucket). */
const lowMinutes = 150;

export const homeRouter = router({
  overview: procedureFor(team)
    .input(z.object({ asOf: Day.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const versions = await books.policies.all();
        const today = input.asOf ?? (await businessDay(ctx, books));
        const accounts: AccountSummary[] = [];
        for (const account of await books.accounts.list({ limit: 500 }))
          accounts.push(await accountSummary(books, versions, account, today, input.asOf !== undefined));
        const sum = (of: (account: AccountSummary) => number): number =>
          accounts.reduce((total, each) => total + of(each), 0);
        const currency = currencyOf(versions);
        return {
          today,
          currency,
          figures: {
            remainingMinutes: sum((each) => each.remainingMinutes),
            openMinutes: sum((each) => each.openMinutes),
            openAmount: sum((each) => each.openAmount),
            openBalance: sum((each) => each.openBalance),
            pastDueBalance: sum((each) => each.pastDueBalance),
            stoppedAccounts: sum((each) => (each.standing === "stopped" ? 1 : 0)),
          },
          accounts,
          needs: accounts.flatMap((each) => needsOf(each, currency)).toSorted((a, b) => b.cost - a.cost),
        };
      }),
    ),
});

function needsOf(account: AccountSummary, currency: string): readonly Need[] {
  const about = { account: account.id, accountName: account.name };
  const needs: Need[] = [];
  if (account.standing === "stopped")
    needs.push({
      ...about,
      kind: "stopped",
      message: `Work is stopped since ${account.stoppedSince}: ${formatMoney(account.pastDueBalance, currency)} is past due.`,
      clause: "INV-5",
      cost: account.pastDueBalance,
    });
  if (account.hasAllowance && account.remainingMinutes < lowMinutes)
    needs.push({
      ...about,
      kind: "allowance-low",
      message:
        account.remainingMinutes <= 0
          ? "The allowance is used up; further work is invoiced."
          : `${formatDuration(account.remainingMinutes)} of the allowance is left.`,
      clause: "ALW-7",
      cost: 0,
    });
  if (account.openAmount > 0)
    needs.push({
      ...about,
      kind: "unbilled",
      message: `${formatDuration(account.openMinutes)} of work is not invoiced yet.`,
      clause: "INV-1",
      cost: account.openAmount,
    });
  return needs;
}
