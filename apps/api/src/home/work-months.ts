import {
  addMinuteAccounts,
  type Cover,
  Day,
  type MinuteAccount,
  type Month,
  monthOf,
  noMinutes,
  policyOn,
  Slug,
} from "@cimpro/domain";
import { z } from "zod";
import { accountToday, type SignedIn } from "../context.ts";
import { coverFacts, coverOfDays } from "../cover.ts";

export const AskWorkMonths = z.object({ account: Slug, from: Day.optional() });

/** Where the open minutes would go if they were billed as the books stand (ALW-6). */
export interface ExpectedCover {
  readonly deposit: number;
  readonly allowance: number;
  readonly invoiced: number;
}

/** A month of work, and where its minutes are (ALW-8); `expected` says of the open ones what would cover them. */
export interface WorkMonth {
  readonly month: Month;
  readonly minutes: MinuteAccount;
  readonly expected: ExpectedCover;
}

const nothing: ExpectedCover = { deposit: 0, allowance: 0, invoiced: 0 };

/** The months in which work was done for an account, the latest first. */
export async function workMonths(
  ctx: SignedIn,
  input: z.infer<typeof AskWorkMonths>,
): Promise<{ readonly items: readonly WorkMonth[] }> {
  return ctx.store.read(async (books) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const { policy } = policyOn(await books.policies.all(), today);
    const { cover } = coverOfDays(await coverFacts(books, account.id, today), policy.allowances, today);
    const expected = expectedByMonth(cover);
    const months = new Map<Month, MinuteAccount>();
    for (const { on, minutes } of await books.minuteAccounts.byDay({ account: account.id, to: today })) {
      if (input.from !== undefined && on < input.from) continue;
      // Our own time concerns nobody else.
      const billable = { ...minutes, worked: minutes.worked - minutes.nonBillable, nonBillable: 0 };
      if (billable.worked === 0) continue;
      months.set(monthOf(on), addMinuteAccounts(months.get(monthOf(on)) ?? noMinutes, billable));
    }
    const items = [...months].map(([month, minutes]) => ({ month, minutes, expected: expected.get(month) ?? nothing }));
    return { items: items.toSorted((a, b) => (a.month < b.month ? 1 : -1)) };
  });
}

function expectedByMonth(cover: readonly Cover[]): ReadonlyMap<Month, ExpectedCover> {
  const months = new Map<Month, ExpectedCover>();
  for (const { on, deposit, allowance, openMinutes } of cover) {
    const before = months.get(monthOf(on)) ?? nothing;
    months.set(monthOf(on), {
      deposit: before.deposit + deposit,
      allowance: before.allowance + allowance.reduce((sum, { minutes }) => sum + minutes, 0),
      invoiced: before.invoiced + openMinutes,
    });
  }
  return months;
}
