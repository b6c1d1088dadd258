import { Day } from "@cimpro/domain";
import type { Account } from "@cimpro/store";
import { z } from "zod";
import { type AccountSummary, accountSummary } from "../accounts/account-summary.ts";
import { knownSummaries } from "../accounts/known-summaries.ts";
import { businessDay, currencyOf, type SignedIn } from "../context.ts";
import { accountNeeds } from "./account-needs.ts";
import { needsFor } from "./need.ts";
import { workNeeds } from "./work-needs.ts";

export const AskOverview = z.object({ asOf: Day.optional() });

/** No more needs than this are listed; how many there are is said beside. */
const mostNeeds = 200;

/** How the practice stands on a day, over all accounts, and what waits for whoever asks. */
export async function overview(ctx: SignedIn, input: z.infer<typeof AskOverview>) {
  return ctx.store.read(async (books) => {
    const versions = await books.policies.all();
    const today = input.asOf ?? (await businessDay(ctx, books));
    const historical = input.asOf !== undefined;
    const currency = currencyOf(versions);
    const all = await books.accounts.list();
    const lively = historical ? null : await books.practiceFigures.livelyAccounts();
    const summaryOf = historical
      ? (account: Account) => accountSummary(books, versions, account, today, true)
      : await knownSummaries(ctx.store, books, versions, today);
    const accounts: AccountSummary[] = [];
    for (const account of all)
      accounts.push(lively === null || lively.has(account.id) ? await summaryOf(account) : { ...account, ...nothing });
    const names = new Map(all.map(({ id, name }) => [id, name]));
    const nameOf = (id: string): string => names.get(id) ?? id;
    // What waits is told of today only: records do not say how they stood on an earlier day.
    const work = historical ? [] : await workNeeds(ctx, { books, versions, today, nameOf });
    const needs = needsFor(ctx.actor.role, [
      ...accounts.flatMap((each) => accountNeeds(each, currency, today)),
      ...work,
    ]);
    const sum = (of: (account: AccountSummary) => number): number =>
      accounts.reduce((total, each) => total + of(each), 0);
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
        promisesAtRisk: work.filter(({ kind }) => kind === "promise").length,
      },
      // Whoever has nothing would only lengthen the answer.
      accounts: lively === null ? accounts : accounts.filter(({ id }) => lively.has(id)),
      needs: needs.slice(0, mostNeeds),
      needCount: needs.length,
      promises: work.filter(({ kind }) => kind === "promise"),
    };
  });
}

/** An account without time, allowances and money has these figures; it need not be asked. */
const nothing: Omit<AccountSummary, "id" | "name" | "address" | "email" | "openedOn" | "timeZone" | "billingAnchor"> = {
  standing: "good",
  remainingMinutes: 0,
  hasAllowance: false,
  openMinutes: 0,
  heldMinutes: 0,
  openAmount: 0,
  openBalance: 0,
  pastDueBalance: 0,
  accountCredit: 0,
};
