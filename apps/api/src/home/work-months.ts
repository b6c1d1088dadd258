import {
  type Allowance,
  addMinuteAccounts,
  type Cover,
  Day,
  firstOfMonth,
  grantId,
  type MinuteAccount,
  type Month,
  monthOf,
  monthsOf,
  noMinutes,
  policyOn,
  Slug,
} from "@cimpro/domain";
import type { FrozenDay } from "@cimpro/store";
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
  /** The grants among what covers it, in the order they are drawn on (ALW-5). */
  readonly grants: readonly MonthGrant[];
}

/** A grant of pre-paid hours, and what it covers of the work of a month. */
export interface MonthGrant {
  readonly grant: string;
  readonly kind: Allowance["kind"];
  /** Hours bought, as minutes; for a monthly one, each month. */
  readonly boughtMinutes: number;
  /** The first day it covers. */
  readonly from: Day;
  /** What was left of the month before (ALW-4). */
  readonly rolledOver: boolean;
  readonly minutes: number;
  /** What it would cover of the open minutes. */
  readonly expectedMinutes: number;
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
    const facts = await coverFacts(books, account.id, today);
    const { cover } = coverOfDays(facts, policy.allowances, today);
    const expected = expectedByMonth(cover);
    const frozen = facts.allowances.length === 0 ? [] : await books.allowances.frozenByDay(account.id, today);
    const grants = grantsByMonth(facts.allowances, frozen, cover, monthOf(today));
    const months = new Map<Month, MinuteAccount>();
    for (const { on, minutes } of await books.minuteAccounts.byDay({ account: account.id, to: today })) {
      if (input.from !== undefined && on < input.from) continue;
      // Our own time concerns nobody else.
      const billable = { ...minutes, worked: minutes.worked - minutes.nonBillable, nonBillable: 0 };
      if (billable.worked === 0) continue;
      months.set(monthOf(on), addMinuteAccounts(months.get(monthOf(on)) ?? noMinutes, billable));
    }
    const items = [...months].map(([month, minutes]) => ({
      ...{ month, minutes },
      expected: expected.get(month) ?? nothing,
      grants: grants.get(month) ?? [],
    }));
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

/** Per month, what each grant covers of its work: what runs froze, and what they would. */
function grantsByMonth(
  allowances: readonly Allowance[],
  frozen: readonly FrozenDay[],
  cover: readonly Cover[],
  through: Month,
): ReadonlyMap<Month, readonly MonthGrant[]> {
  const uses = [
    ...frozen.map(({ on, grant, minutes }) => ({ month: monthOf(on), grant, minutes, expectedMinutes: 0 })),
    ...cover.flatMap(({ on, allowance }) =>
      allowance.map(({ grant, minutes }) => ({ month: monthOf(on), grant, minutes: 0, expectedMinutes: minutes })),
    ),
  ];
  const known = allGrants(allowances, through);
  return new Map(
    [...Map.groupBy(uses, ({ month }) => month)].map(([month, ofMonth]) => [
      month,
      known.flatMap((grant) => {
        const own = ofMonth.filter((use) => use.grant === grant.grant);
        const minutes = own.reduce((sum, use) => sum + use.minutes, 0);
        const expectedMinutes = own.reduce((sum, use) => sum + use.expectedMinutes, 0);
        return minutes + expectedMinutes === 0 ? [] : [{ ...grant, minutes, expectedMinutes }];
      }),
    ]),
  );
}

type KnownGrant = Omit<MonthGrant, "minutes" | "expectedMinutes">;

/** Every grant of some purchases, roll-overs too, in the order they are drawn on (ALW-4, ALW-5). */
function allGrants(allowances: readonly Allowance[], through: Month): readonly KnownGrant[] {
  const monthly = allowances.flatMap((allowance) =>
    allowance.kind === "lump-sum"
      ? []
      : monthsOf(allowance, through).flatMap((month) =>
          [true, false].map((rolledOver) => ({
            ...{ grant: grantId(allowance.id, month, rolledOver), kind: allowance.kind, rolledOver },
            ...{ boughtMinutes: allowance.minutes, from: firstOfMonth(month) },
          })),
        ),
  );
  const lumpSums = allowances.flatMap((allowance) =>
    allowance.kind === "monthly"
      ? []
      : [
          {
            ...{ grant: grantId(allowance.id, null), kind: allowance.kind, rolledOver: false },
            ...{ boughtMinutes: allowance.minutes, from: allowance.validFrom },
          },
        ],
  );
  return [
    ...monthly.toSorted((a, b) => Number(b.rolledOver) - Number(a.rolledOver)),
    ...lumpSums.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  ];
}
