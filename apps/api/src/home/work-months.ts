import { addMinuteAccounts, Day, type MinuteAccount, type Month, monthOf, noMinutes, Slug } from "@cimpro/domain";
import { z } from "zod";
import { accountToday, type SignedIn } from "../context.ts";

export const AskWorkMonths = z.object({ account: Slug, from: Day.optional() });

/** A month of work, and where its minutes are (ALW-8). */
export interface WorkMonth {
  readonly month: Month;
  readonly minutes: MinuteAccount;
}

/** The months in which work was done for an account, the latest first. */
export async function workMonths(
  ctx: SignedIn,
  input: z.infer<typeof AskWorkMonths>,
): Promise<{ readonly items: readonly WorkMonth[] }> {
  return ctx.store.read(async (books) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const months = new Map<Month, MinuteAccount>();
    for (const { on, minutes } of await books.minuteAccounts.byDay({ account: account.id, to: today })) {
      if (input.from !== undefined && on < input.from) continue;
      // Our own time concerns nobody else.
      const billable = { ...minutes, worked: minutes.worked - minutes.nonBillable, nonBillable: 0 };
      if (billable.worked === 0) continue;
      months.set(monthOf(on), addMinuteAccounts(months.get(monthOf(on)) ?? noMinutes, billable));
    }
    const items = [...months].map(([month, minutes]) => ({ month, minutes }));
    return { items: items.toSorted((a, b) => (a.month < b.month ? 1 : -1)) };
  });
}
