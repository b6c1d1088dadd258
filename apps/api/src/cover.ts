import {
  type Alert,
  type Allowance,
  type AllowanceTerms,
  alertsOf,
  type CoverAnswer,
  coverTime,
  type FrozenUse,
  type GrantSale,
  grantsOf,
  type OpenTime,
} from "@cimpro/domain";
import type { Books } from "@cimpro/store";

/** What the cover of an account's open time is worked out from. */
export interface CoverFacts {
  readonly allowances: readonly Allowance[];
  readonly sales: readonly GrantSale[];
  readonly frozen: FrozenUse;
  /** Open minutes per work date, oldest first. */
  readonly openDays: readonly { readonly on: string; readonly minutes: number }[];
}

/** Loads them; with `asOf`, only what is dated to that day. Without purchases nothing else matters to cover. */
export async function coverFacts(books: Books, account: string, asOf?: string): Promise<CoverFacts> {
  const purchases = await books.allowances.list(account);
  const days = await books.entries.openDays(account);
  return {
    allowances: purchases.map(({ allowance }) => allowance),
    sales: purchases.length === 0 ? [] : await books.allowances.sales(account),
    frozen:
      purchases.length === 0
        ? new Map()
        : asOf === undefined
          ? await books.allowances.frozen(account)
          : await books.allowances.frozenTo(account, asOf),
    openDays: asOf === undefined ? days : days.filter(({ on }) => on <= asOf),
  };
}

/** The cover of open time by work date (ALW-5, ALW-6). */
export function coverOfDays(
  facts: CoverFacts,
  terms: AllowanceTerms,
  through: string,
  open: readonly OpenTime[] = facts.openDays.map((day) => ({ ...day, id: day.on })),
): CoverAnswer {
  const last = open.at(-1)?.on ?? through;
  return coverTime({
    open,
    grants: grantsOf(facts.allowances, facts.sales, terms, last > through ? last : through),
    frozen: facts.frozen,
    rolloverCapMinutes: terms.rolloverCapMinutes,
    through,
  });
}

/** Records the alerts that an account's time calls for as the books stand, each once, and gives the new ones (ALW-7). */
export async function recordAlerts(
  books: Books,
  account: string,
  terms: AllowanceTerms,
  { on, today }: { readonly on: string; readonly today: string },
): Promise<readonly Alert[]> {
  const { uses } = coverOfDays(await coverFacts(books, account), terms, today);
  return books.allowances.alert(account, alertsOf(uses, terms.alertPercents), on);
}

/** An alert as callers see it. */
export const alertView = ({ allowance, grant, percent, usedMinutes, grantedMinutes }: Alert) => ({
  allowance,
  grant,
  percent,
  usedMinutes,
  grantedMinutes,
});
